import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SearchDocument } from '../schema'
import { type NamedText, textsOf } from './texts'

type Guide = { path: string; title: string; lead: string; parts: NamedText[] }

/** Our own pages. Their words are read off them by scripts/write-guides.ts before anything starts. */
export async function guideDocuments(): Promise<SearchDocument[]> {
  const written = await readFile(join(process.cwd(), 'prisma/generated/guides.json'), 'utf8')
  return (JSON.parse(written) as Guide[]).map(({ path, title, lead, parts }) =>
    helpDocument({ path, texts: { title, summary: lead, body: parts } }),
  )
}

/** A page of ours that helps: `path` is its address without the first stroke. */
export function helpDocument({ path, texts }: { path: string; texts: Words }): SearchDocument {
  return {
    id: `help-${path.replaceAll('/', '-')}`,
    kind: 'help',
    ref: path,
    pageId: null,
    texts: textsOf(texts),
    facets: { kind: ['help'] },
    acl: ['public'],
    year: null,
    quality: 50,
    favourites: 0,
    publishedAt: null,
    updatedAt: null,
  }
}

type Words = Parameters<typeof textsOf>[0]
