import 'server-only'
import type { Prisma, Tx } from '@/lib/platform/db'
import { categoryDocuments } from './documents/category'
import { guideDocuments } from './documents/guides'
import { lawDocuments } from './documents/laws'
import { organisationDocuments } from './documents/organisation'
import { pageDocuments } from './documents/pages'
import { personDocuments } from './documents/person'
import { toolDocuments } from './documents/tools'
import type { SearchDocument } from './schema'
import type { Kind } from './vocabulary'

/** Where things that can be found come from. Each has a key there, and one or more documents in the index. */
export type Source = {
  kinds: Kind[]
  /** Of everything that is to be found now. */
  keys: (tx: Tx) => Promise<string[]>
  documents: (tx: Tx, keys: string[]) => Promise<SearchDocument[]>
  /** What the index has of these. */
  where: (keys: string[]) => Prisma.SearchDocumentWhereInput
  keyOf: (row: { ref: string; pageId: number | null }) => string
}

export const PAGES: Source = {
  kinds: ['case_study', 'story', 'document'],
  keys: async (tx) => {
    const rows = await tx.page.findMany({
      where: { state: 'live' },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ id }) => String(id))
  },
  documents: (tx, keys) => pageDocuments(tx, idsIn(keys)),
  where: (keys) => {
    const nobodys = keys.includes('')
      ? [{ pageId: null, kind: { in: ['case_study', 'story', 'document'] } }]
      : []
    return { OR: [{ pageId: { in: idsIn(keys) } }, ...nobodys] }
  },
  keyOf: ({ pageId }) => String(pageId ?? ''),
}

function idsIn(keys: string[]): number[] {
  return keys.filter((key) => key !== '').map(Number)
}

export const ORGANISATIONS: Source = {
  kinds: ['organisation'],
  keys: async (tx) => {
    const rows = await tx.organisation.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    return rows.map(({ id }) => String(id))
  },
  documents: (tx, keys) => organisationDocuments(tx, keys.map(Number)),
  where: (keys) => ({ kind: 'organisation', ref: { in: keys } }),
  keyOf: ({ ref }) => ref,
}

export const CATEGORIES: Source = {
  kinds: ['category'],
  keys: async (tx) => {
    const rows = await tx.category.findMany({ where: { retiredAt: null }, select: { code: true } })
    return rows.map(({ code }) => code)
  },
  documents: categoryDocuments,
  where: (keys) => ({ kind: 'category', ref: { in: keys } }),
  keyOf: ({ ref }) => ref,
}

export const PEOPLE: Source = {
  kinds: ['person'],
  keys: async (tx) => {
    const rows = await tx.person.findMany({
      where: { listed: true, suspendedAt: null },
      select: { handle: true },
    })
    return rows.map(({ handle }) => handle)
  },
  documents: personDocuments,
  where: (keys) => ({ kind: 'person', ref: { in: keys } }),
  keyOf: ({ ref }) => ref,
}

/** What is part of the site: the guides, the laws, the tools. Always taken together. */
export const SITE: Source = {
  kinds: ['help', 'tool'],
  keys: async () => ['site'],
  documents: async (tx) => [
    ...(await guideDocuments()),
    ...(await lawDocuments(tx)),
    ...(await toolDocuments(tx)),
  ],
  where: () => ({ kind: { in: ['help', 'tool'] } }),
  keyOf: () => 'site',
}

export const SOURCES: Source[] = [PAGES, ORGANISATIONS, CATEGORIES, PEOPLE, SITE]
