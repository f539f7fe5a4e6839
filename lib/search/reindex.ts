import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { TYPES } from '@/lib/organisations/vocabulary'
import { db, type PageKind, type Tx } from '@/lib/platform/db'
import { findHead } from '@/lib/revisions/queries'
import type { StoryContent } from '@/lib/stories/schema'
import { findTemplates } from '@/lib/templates/queries'
import { wordsOf } from '@/lib/templates/show'
import { documentOfCaseStudy, documentOfStory, type SearchDocument } from './document'
import { labelsOf } from './reindex-labels'

/** Writes what search keeps of a case study from its current version. May run twice or late. */
export async function reindexCaseStudy({ pageId }: { pageId: number }): Promise<void> {
  const head = await findHead<CaseStudyContent>('case_study', pageId)
  if (!head) return
  const labels = await labelsOf(pageId, head.content.categories)
  const answers = await answerWords(head.content.extra)
  await keep('case_study', pageId, documentOfCaseStudy(head.content, labels, answers))
}

/** Writes anew every case study that answers a field of the template: the words of its options may be others now. */
export async function reindexAnswered(): Promise<void> {
  const pages = await db.$queryRaw<{ pageId: number }[]>`
    SELECT page_id AS "pageId" FROM case_study WHERE extra <> '{}' ORDER BY page_id`
  for (const page of pages) await reindexCaseStudy(page)
}

export async function reindexStory({ pageId }: { pageId: number }): Promise<void> {
  const head = await findHead<StoryContent>('story', pageId)
  if (head)
    await keep(
      'story',
      pageId,
      documentOfStory(head.content, await labelsOf(pageId, head.content.categories)),
    )
}

/** Writes what search keeps of a page that has come back, of whatever kind. */
export async function reindexPage({ pageId }: { pageId: number }): Promise<void> {
  await reindexCaseStudy({ pageId })
  await reindexStory({ pageId })
}

/** Writes the whole directory of organisations into the index. */
export async function reindexOrganisations(): Promise<void> {
  for (const organisation of await db.organisation.findMany()) {
    const type = TYPES[organisation.type as keyof typeof TYPES] ?? organisation.type
    const lead = [organisation.otherNames.join(', '), type, organisation.region].filter(Boolean).join('. ')
    await keep('organisation', organisation.id, {
      title: organisation.name,
      lead,
      body: organisation.note,
      keywords: '',
    })
  }
}

async function answerWords(answers: CaseStudyContent['extra']): Promise<string[]> {
  if (!answers) return []
  const { current } = await findTemplates()
  return current.fields.map((field) => wordsOf(field, answers[field.key])).filter(Boolean)
}

async function keep(kind: PageKind | 'organisation', refId: number, document: SearchDocument): Promise<void> {
  const row = { ...document, changedAt: new Date() }
  await db.$transaction(async (tx) => {
    // Held until it is written: a page withdrawn meanwhile must not come back into the index.
    if (kind !== 'organisation' && !(await heldLive(tx, refId))) return
    await tx.searchDocument.upsert({
      where: { kind_refId: { kind, refId } },
      create: { kind, refId, ...row },
      update: row,
    })
  })
}

async function heldLive(tx: Tx, id: number): Promise<boolean> {
  const held = await tx.$queryRaw<
    unknown[]
  >`SELECT FROM page WHERE id = ${id} AND state = 'live' FOR KEY SHARE`
  return held.length > 0
}
