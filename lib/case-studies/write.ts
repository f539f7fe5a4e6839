import 'server-only'
import { holdRules, rulesAt } from '@/lib/legal/rules'
import { publishFiles } from '@/lib/media/publish'
import { emitting } from '@/lib/outbox/emit'
import { PREPARED, Prisma, type Tx } from '@/lib/platform/db'
import { publicationRow } from '@/lib/platform/publication/publishing'
import { slugOf } from '@/lib/platform/slug'
import { type Write, writeRows } from '@/lib/platform/write-rows'
import { type LockedPage, revisionWrites } from '@/lib/revisions/append'
import type { Draft, Publisher, Saved } from '@/lib/revisions/publish'
import type { JsonObject } from '@/lib/revisions/shape'
import { effectiveLabels, leadsTo, type Node, type Tree, treeOf } from '@/lib/taxonomy/effective'
import { HEADINGS, HOLD_HIERARCHY, holdHierarchy } from '@/lib/taxonomy/hierarchy'
import type { TemplateField } from '@/lib/templates/schema'
import type { SignedIn } from '@/lib/users/access'
import { keepPrivateContact, type Lead, labelsNow, projectionWrites } from './project'
import { htmlOf, proseOf, recordOf } from './record'
import { renumberMine } from './renumber'
import { type CaseStudyContent, caseStudyContent } from './schema'
import { CASE_STUDY_SHAPE, shapeOn } from './shape'
import { tagsOfCaseStudy } from './tags'
import { readOn } from './template'

type Prepared = Draft<CaseStudyContent> &
  ReturnType<typeof recordOf> & { html: ReturnType<typeof htmlOf>; slug: string }

/** How case studies are published. */
export const CASE_STUDIES: Publisher<CaseStudyContent, Prepared> = {
  kind: 'case_study',
  shape: CASE_STUDY_SHAPE,
  align: renumberMine,
  proseOf,
  read: (record) => caseStudyContent.safeParse(record).data ?? null,
  prepare: (draft) => {
    const { content } = draft
    return { ...draft, ...recordOf(content), html: htmlOf(content), slug: slugOf(content.title) }
  },
  hold: HOLD_HIERARCHY,
  changesMore: ({ privateEmail }) => privateEmail !== '',
  write: writeCaseStudy,
}

/** The same, knowing the template's own fields: their names, and which answers they take. */
export function caseStudiesOn(fields: TemplateField[]): Publisher<CaseStudyContent, Prepared> {
  return { ...CASE_STUDIES, shape: shapeOn(fields), read: (record) => readOn(fields, record) }
}

/** Everything that a save writes, and the names of every cached page that it changes. */
async function writeCaseStudy(
  tx: Tx,
  viewer: SignedIn,
  { page, draft, also }: { page: LockedPage; draft: Prepared; also: Write[] },
): Promise<Saved & { tags: string[] }> {
  const { content, record, slug, privateEmail, onBehalfOf } = draft
  // Who edits a page holds the hierarchy with it, and the page against a new register; who makes one holds both itself.
  if (page.headNumber === 0) {
    await holdHierarchy(tx)
    await holdRules(tx)
  }
  const known = await surroundings(tx, page.id, content.organisation)
  const labels = await labelsNow(tx, { id: page.id, tree: known.tree }, content)
  const rules = await rulesAt(tx, known.register ?? 0)
  const actorId = onBehalfOf?.actorId ?? viewer.actorId
  const { number, createdAt, writes } = revisionWrites(page, { ...draft, content: record, actorId })
  const head = { pageId: page.id, content, changedAt: createdAt, privateEmail, labels, rules }
  const saved = emitting('case-study.saved', { pageId: page.id, number })
  const tags = tagsBothWays(page, { labels, known })
  const beside = [...projectionWrites(head, known.after), ...also, publicationRow(tags)]
  await writeRows(tx, [...writes, ...beside], saved)
  await publishFiles(tx, { actorId, texts: [JSON.stringify(record)] })
  if (content.contact?.byForm || hadContactForm(page)) await keepPrivateContact(tx, head)
  await onBehalfOf?.settle(tx, page.id)
  const times = { createdAt: page.createdAt, updatedAt: createdAt }
  const version = { record: record as JsonObject, organisationId: known.after?.id ?? null, ...times }
  return { id: page.id, slug, number, version, tags }
}

type Surroundings = {
  tree: Tree
  before: number | null
  after: Lead | null
  stories: number[]
  register: number | null
}

/**
 * The hierarchy, the organisations that the page belongs to before and after, the stories that name it, and the version
 * of the law register: read once the locks are held, so that none of it is old.
 */
async function surroundings(tx: Tx, pageId: number, organisation: string): Promise<Surroundings> {
  const [row] = await tx.$queryRaw<
    (Omit<Surroundings, 'tree'> & { nodes: Node[] | null })[]
  >`${Prisma.raw(PREPARED)}
    SELECT (${HEADINGS}) AS nodes,
      (SELECT organisation_id FROM case_study WHERE page_id = ${pageId}) AS before,
      (SELECT jsonb_build_object('id', id, 'region', region, 'type', type) FROM organisation WHERE name = ${organisation}) AS after,
      ARRAY(SELECT DISTINCT story_id FROM stage_case_study WHERE case_study_id = ${pageId}) AS stories,
      (SELECT max(version) FROM law_register) AS register`
  const { nodes, ...known } = row as NonNullable<typeof row>
  return { ...known, tree: treeOf(nodes ?? []) }
}

function hadContactForm({ headContent }: LockedPage): boolean {
  const contact = (headContent as CaseStudyContent | null)?.contact
  return contact?.byForm === true
}

/** Every cached page that shows it as it was, or as it is now. */
function tagsBothWays(
  page: LockedPage,
  { labels, known }: { labels: { code: string }[]; known: Surroundings },
) {
  const older = (page.headContent as CaseStudyContent | null)?.categories ?? []
  const left = effectiveLabels(
    older.flatMap((code) => leadsTo(code, known.tree)),
    known.tree,
  )
  return tagsOfCaseStudy({
    id: page.id,
    organisationIds: [known.before, known.after?.id ?? null].filter((id) => id !== null),
    codes: [...left, ...labels].map(({ code }) => code),
    storyIds: known.stories,
  })
}
