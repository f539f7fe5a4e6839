import 'server-only'
import { compareCaseStudies } from '@/lib/case-studies/compare'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { findNames } from '@/lib/case-studies/template'
import { db } from '@/lib/platform/db'
import type { Comparison, FieldChange, Segment } from '@/lib/revisions/compare'
import { compareStories } from '@/lib/stories/compare'
import type { StoryContent } from '@/lib/stories/schema'
import type { Told } from './describe'
import { excerptMax } from './limits'

/** What a mail says of a change: the names of the fields, and the first change in words. */
export type ChangeSummary = { fields: string[]; excerpt: { field: string; segments: Segment[] } | null }

const contextMax = 60

/** Compares a version with the one before it; null for what is no change of a page's words. */
export async function summarise({ kind, pageId, number }: Told): Promise<ChangeSummary | null> {
  if (kind !== 'changed' || !number || pageId === null) return null
  const revisions = await db.revision.findMany({
    where: { pageId, number: { in: [number - 1, number] } },
    orderBy: { number: 'asc' },
    select: { content: true, page: { select: { kind: true } } },
  })
  const [older, newer] = revisions
  if (!older || !newer) return null
  const names = await findNames()
  const { fields } =
    older.page.kind === 'story'
      ? compareStories(
          ...([older.content, newer.content] as unknown as [StoryContent, StoryContent]),
          names.labels,
        )
      : compareCaseStudies(
          ...([older.content, newer.content] as unknown as [CaseStudyContent, CaseStudyContent]),
          names,
        )
  return { fields: fields.map(({ label }) => label), excerpt: firstChange(fields) }
}

function firstChange(fields: Comparison['fields']): ChangeSummary['excerpt'] {
  for (const field of fields) {
    const segments = segmentsOf(field)
    if (segments.some(({ kind }) => kind !== 'same'))
      return { field: field.label, segments: shorten(segments) }
  }
  return null
}

/** The first changed paragraph, fact or entry of a field. Rows are left to the page that shows them as a table. */
function segmentsOf(field: FieldChange): Segment[] {
  if (field.kind === 'text') return field.paragraphs.find(isChanged)?.segments ?? []
  if (field.kind === 'list') {
    const [removed, added] = [field.removed.join('; '), field.added.join('; ')]
    return swapped(removed, added)
  }
  if (field.kind !== 'facts') return []
  const [cell] = field.cells
  if (cell?.kind === 'value')
    return [{ kind: 'same', text: `${cell.label}: ` }, ...swapped(cell.older, cell.newer)]
  return cell?.paragraphs.find(isChanged)?.segments ?? []
}

function isChanged({ segments }: { segments: Segment[] }): boolean {
  return segments.some(({ kind }) => kind !== 'same')
}

function swapped(removed: string, added: string): Segment[] {
  const segments: Segment[] = [
    { kind: 'removed', text: removed },
    { kind: 'added', text: added },
  ]
  return segments.filter(({ text }) => text !== '')
}

/** A little of what stands around a change, and no more of the change than fits a glance. */
function shorten(segments: Segment[]): Segment[] {
  let left = excerptMax
  const short: Segment[] = []
  for (const [index, { kind, text }] of segments.entries()) {
    const flat = text.replace(/\s+/g, ' ')
    const kept =
      kind === 'same' ? context(flat, { first: index === 0, last: index === segments.length - 1 }) : flat
    if (left <= 0) break
    short.push({ kind, text: kept.length > left ? `${kept.slice(0, left)}…` : kept })
    left -= kept.length
  }
  return short
}

function context(text: string, { first, last }: { first: boolean; last: boolean }): string {
  if (text.length <= contextMax) return text
  const start = text.slice(0, contextMax / 2).replace(/\S*$/, '')
  const end = text.slice(-contextMax / 2).replace(/^\S*/, '')
  if (first) return `…${end}`
  return last ? `${start}…` : `${start}…${end}`
}
