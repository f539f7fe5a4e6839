import 'server-only'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { SignedIn } from '@/lib/users/access'
import { canEditLawRegister } from './access'
import type { Invalid } from './publish-register'
import { type Moved, movedPages } from './queries'
import { changedLaws, readRegister } from './register'
import { isMove, movesUnder } from './relabel'
import { currentRules } from './rules'

export type RegisterPreview = {
  /** How many labels would move, and how many of them from what to what. */
  moved: number
  steps: { before: string; after: string; count: number }[]
  examples: Moved[]
  /** Codes of the laws whose entries differ from the current version. */
  changed: string[]
}

const examplesMax = 10

/** What publishing this register would do, writing nothing. Refuses 'not-allowed', and 'invalid' with each problem. */
export async function previewRegister(
  viewer: SignedIn,
  content: unknown,
): Promise<Outcome<RegisterPreview, 'not-allowed'> | Invalid> {
  if (!canEditLawRegister(viewer)) return refused('not-allowed')
  const read = readRegister(content)
  if (!read.ok) return read
  const current = await currentRules(db)
  const rules = { version: (current?.version ?? 0) + 1, register: read.value }
  const moves = (await movesUnder(db, rules)).filter(isMove)
  const examples = moves.slice(0, examplesMax).map(({ pageId, before, after }) => ({
    pageId,
    labelBefore: before.label,
    labelAfter: after.label,
    lawBefore: before.law,
    lawAfter: after.law,
    why: after.why,
  }))
  return done({
    moved: moves.length,
    steps: countSteps(moves.map(({ before, after }) => [before.label, after.label])),
    examples: await movedPages(examples),
    changed: changedLaws(current?.register ?? { laws: [] }, read.value),
  })
}

function countSteps(pairs: [string, string][]): RegisterPreview['steps'] {
  const counts = new Map<string, RegisterPreview['steps'][number]>()
  for (const [before, after] of pairs) {
    const key = `${before} ${after}`
    counts.set(key, { before, after, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}
