import type { SavedDraft } from '@/lib/drafts/save'
import type { DraftPlace, Entries } from './place'

// A copy is here only while the server does not hold the text: what has been sent is removed.
const PREFIX = 'cupboard-draft'
const KEEP_MS = 30 * 86_400_000

export type LocalCopy = { key: string; at: string; draft: SavedDraft | null; entries: Entries }

export function keyOf({ person, kind, pageId, writer }: DraftPlace): string {
  return [PREFIX, person, kind, pageId ?? 'new', writer].join(' ')
}

/** Whether this device took it: storage may be full or switched off. */
export function keepLocally(key: string, draft: SavedDraft | null, entries: Entries): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), draft, entries }))
    return true
  } catch {
    return false
  }
}

export function forget(key: string) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is switched off, so nothing is there.
  }
}

/** Moves a copy out of the way of the window that wrote it and was opened again. */
export function setAside(copy: LocalCopy): LocalCopy {
  const key = `${copy.key} before`
  keepLocally(key, copy.draft, copy.entries)
  forget(copy.key)
  return { ...copy, key }
}

/** At sign-out: whoever uses this device next finds nothing. */
export function forgetAll() {
  for (const key of keys()) forget(key)
}

/** What this device still holds of the text that a form shows, the newest first. */
export function listCopies({ person, kind, pageId, draft }: DraftPlace): LocalCopy[] {
  const start = `${[PREFIX, person, kind, pageId ?? 'new'].join(' ')} `
  return keys()
    .filter((key) => key.startsWith(start))
    .flatMap((key) => read(key) ?? [])
    .filter((copy) => pageId !== null || draft === null || copy.draft?.id === draft.id)
    .sort((one, other) => (one.at < other.at ? 1 : -1))
}

function read(key: string): LocalCopy | null {
  try {
    const { at, draft, entries } = JSON.parse(localStorage.getItem(key) ?? '')
    if (Date.now() - Date.parse(at) < KEEP_MS && Array.isArray(entries)) return { key, at, draft, entries }
  } catch {
    // Not ours, or cut off while it was written.
  }
  forget(key)
  return null
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX} `))
  } catch {
    return []
  }
}
