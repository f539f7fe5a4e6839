import 'server-only'
import type { SearchDocument } from '../schema'
import { type NamedText, textsOf } from './texts'

export type FileSource = {
  pageId: number
  fileId: number
  name: string
  publishedAt: Date | null
  /** As the page calls it in its list of documents; empty when only its text links it. */
  title: string
  kind: string
  parts: { label: string; text: string }[]
}

/** A file that the current version of a page links: it is counted under what the page is counted under. */
export function fileDocument(source: FileSource, page: SearchDocument): SearchDocument {
  const { pageId, fileId, name, publishedAt, title, kind, parts } = source
  const { kind: _, has: __, ...facets } = page.facets
  return {
    id: `file-${pageId}-${fileId}`,
    kind: 'document',
    ref: `${pageId}-${fileId}`,
    pageId,
    texts: textsOf({
      title: title || name,
      organisation: page.texts.organisation,
      fileName: name,
      file: parts.map(({ label, text }): NamedText => ({ name: label, text })),
    }),
    facets: { kind: ['document'], ...facets },
    acl: page.acl,
    year: page.year,
    quality: kind === 'primary' ? 60 : 30,
    favourites: 0,
    publishedAt,
    updatedAt: publishedAt,
  }
}
