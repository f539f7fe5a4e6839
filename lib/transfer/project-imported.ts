import 'server-only'
import { htmlOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { rebuildProjection } from '@/lib/pages/projection'
import type { PageKind, Tx } from '@/lib/platform/db'
import { writeRows } from '@/lib/platform/write-rows'
import { RENDERER } from '@/lib/revisions/render'
import { htmlOfStory } from '@/lib/stories/record'
import type { StoryContent } from '@/lib/stories/schema'
import type { Progress } from './export'

type Page = { id: number; kind: PageKind; headNumber: number }

/** Makes what lists, counts and pages read of every live page, from its newest version. */
export async function projectImported(tx: Tx, onProgress: Progress): Promise<void> {
  const where = { state: 'live' }
  const select = { id: true, kind: true, headNumber: true }
  // Case studies first: stories link those that are there.
  const pages = await tx.page.findMany({ where, select, orderBy: [{ kind: 'asc' }, { id: 'asc' }] })
  for (const [at, page] of pages.entries()) {
    await rebuildProjection(tx, page)
    await keepHtml(tx, page)
    onProgress('pages shown', at + 1)
  }
}

async function keepHtml(tx: Tx, { id, kind, headNumber: number }: Page) {
  const { content } = await tx.revision.findUniqueOrThrow({
    where: { pageId_number: { pageId: id, number } },
    select: { content: true },
  })
  const html = kind === 'story' ? htmlOfStory(content as StoryContent) : htmlOf(content as CaseStudyContent)
  const row = { pageId: id, number, renderer: RENDERER, html }
  await writeRows(tx, [{ table: 'revision_html', mode: 'insert', key: ['pageId', 'number'], rows: [row] }])
}
