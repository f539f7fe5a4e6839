import 'server-only'
import { compareCaseStudies, type Names } from '@/lib/case-studies/compare'
import { htmlOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import type { Cell, Comparison, FieldChange, Segment } from '@/lib/revisions/compare'
import type { ProseHtml } from '@/lib/revisions/render'
import { compareStories } from '@/lib/stories/compare'
import { htmlOfStory } from '@/lib/stories/record'
import type { StoryContent } from '@/lib/stories/schema'
import type { SubmissionView } from './queries'

/** One field of a contribution in words: paragraphs, or rows of named cells. */
export type DescribedField = { name: string; label: string; paragraphs: string[]; rows: DescribedRow[] }
type DescribedRow = { label: string; text: string }[]

/** What a contribution would change on the page as it is now. */
export function changesOf(
  submission: SubmissionView,
  head: NonNullable<SubmissionView['head']>,
  names: Names,
): Comparison {
  const { kind, content } = submission
  return kind === 'story'
    ? compareStories(head.content as StoryContent, content as StoryContent, names.labels)
    : compareCaseStudies(head.content as CaseStudyContent, content as CaseStudyContent, names)
}

/** Everything that a contribution says, field by field in the order of the page. */
export function describe(
  { kind, content }: Pick<SubmissionView, 'kind' | 'content'>,
  names: Names,
): DescribedField[] {
  const whole =
    kind === 'story'
      ? compareStories(emptied(content as StoryContent), content as StoryContent, names.labels)
      : compareCaseStudies(emptyCaseStudy(content as CaseStudyContent), content as CaseStudyContent, names)
  return whole.fields.map(inWords)
}

/** The prose of a contribution as readers would see it, by the name of its field. */
export function proseOf({ kind, content }: Pick<SubmissionView, 'kind' | 'content'>): ProseHtml {
  return kind === 'story' ? htmlOfStory(content as StoryContent) : htmlOf(content as CaseStudyContent)
}

/** The same shape with nothing in it: compared with it, every field that was filled in stands out. */
function emptied<Content extends object>(content: Content): Content {
  const entries = Object.entries(content).map(([name, value]) => {
    if (typeof value === 'string') return [name, '']
    if (Array.isArray(value)) return [name, []]
    return [name, value === null || typeof value !== 'object' ? value : emptied(value as object)]
  })
  return Object.fromEntries(entries) as Content
}

function emptyCaseStudy(content: CaseStudyContent): CaseStudyContent {
  // The level of evidence is looked up in its vocabulary, so it keeps its word.
  return { ...emptied(content), evidence: content.evidence }
}

function inWords(field: FieldChange): DescribedField {
  const { name, label } = field
  if (field.kind === 'text')
    return {
      name,
      label,
      paragraphs: field.paragraphs.map(({ segments }) => textOf(segments)).filter(Boolean),
      rows: [],
    }
  if (field.kind === 'list') return { name, label, paragraphs: field.added, rows: [] }
  if (field.kind === 'facts')
    return { name, label, paragraphs: field.cells.map((cell) => `${cell.label}: ${wordsOf(cell)}`), rows: [] }
  const rows = field.rows.map(({ cells }) =>
    cells.map((cell) => ({ label: cell.label, text: wordsOf(cell) })),
  )
  return { name, label, paragraphs: [], rows }
}

function wordsOf(cell: Cell): string {
  if (cell.kind === 'value') return cell.newer
  return cell.paragraphs.map(({ segments }) => textOf(segments)).join('\n\n')
}

function textOf(segments: Segment[]): string {
  return segments
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join('')
}
