import { pool } from '@/lib/platform/db'
import { keepDocuments, writeIndex } from '@/lib/search/keep'
import { planOf } from '@/lib/search/plan/expand'
import type { Ask, SearchDocument } from '@/lib/search/schema'

/** A document of the index with these words, open to everybody unless said otherwise. */
export function aDocument(number: number, change: Partial<SearchDocument> = {}): SearchDocument {
  const { texts, ...rest } = change
  const words = {
    title: `Case ${number}`,
    aliases: '',
    labels: '',
    organisation: '',
    summary: '',
    people: '',
  }
  return {
    id: `organisation-${number}`,
    kind: 'organisation',
    ref: String(number),
    pageId: null,
    texts: { ...words, body: '', fileName: '', fileText: '', ...texts },
    facets: { kind: ['organisation'] },
    acl: ['public'],
    year: 2020,
    quality: 50,
    favourites: 0,
    publishedAt: new Date(Date.UTC(2026, 0, 1) + number * 1000),
    updatedAt: new Date(Date.UTC(2026, 0, 1) + number * 1000),
    ...rest,
  }
}

export function texts(change: Partial<SearchDocument['texts']>): SearchDocument['texts'] {
  return { ...aDocument(0).texts, ...change }
}

export async function keep(...documents: SearchDocument[]): Promise<void> {
  await writeIndex([], (tx) => keepDocuments(tx, documents))
}

export async function forget(...ids: string[]): Promise<void> {
  await pool().query('DELETE FROM search_document WHERE id = ANY ($1)', [ids])
}

/** What an engine is asked for these words. */
export async function askFor(typed: string, change: Partial<Ask> = {}): Promise<Ask> {
  const acl = change.acl ?? ['public']
  const plan = await planOf({ typed, exactly: false, acl })
  return { plan, match: 'all', filter: {}, sort: 'best', page: 1, perPage: 20, acl, ...change }
}
