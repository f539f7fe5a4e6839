import { pageNumber } from '@/app/_shared/page-number'
import { findOrganisation } from '@/lib/organisations/queries'
import { idOf } from '@/lib/platform/slug'
import type { RecentFilter } from '@/lib/revisions/paths'
import { listAllHeadings } from '@/lib/taxonomy/queries'

export type Asked = { [name: string]: string | string[] | undefined }
/** The filter that an address asks for, and what its heading or organisation is called. */
export type Found = { filter: RecentFilter; name: string | null }

const KINDS = { 'case-studies': 'case_study', stories: 'story' } as const

/** Reads the filter of recent changes from an address; null when it names a heading or organisation that is not there. */
export async function findFilter(asked: Asked): Promise<Found | null> {
  const text = (name: string) => [asked[name]].flat()[0] ?? ''
  const code = text('category').toUpperCase()
  const heading = code ? (await listAllHeadings()).find((entry) => entry.code === code) : null
  const id = idOf(text('organisation'))
  const organisation = id === null ? null : await findOrganisation(id)
  if (heading === undefined || (text('organisation') && !organisation)) return null
  return {
    filter: {
      page: pageNumber(asked.page),
      kind: KINDS[text('kind') as keyof typeof KINDS] ?? null,
      withoutMinor: text('minor') === 'hide',
      newOnly: text('new') === 'only',
      category: heading?.code ?? null,
      organisation: organisation?.id ?? null,
    },
    name: [heading?.name, organisation?.name].filter(Boolean).join(', ') || null,
  }
}
