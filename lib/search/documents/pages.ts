import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { linkedIds } from '@/lib/media/publish'
import type { PageKind, Tx } from '@/lib/platform/db'
import type { StoryContent } from '@/lib/stories/schema'
import { effectiveLabels } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'
import { readHeadingTree } from '@/lib/taxonomy/queries'
import type { TemplateContent, TemplateField } from '@/lib/templates/schema'
import { wordsOf } from '@/lib/templates/show'
import type { SearchDocument } from '../schema'
import { caseStudyDocument } from './case-study'
import { type FileSource, fileDocument } from './file'
import type { Standing } from './labels'
import { storyDocument } from './story'

type Head = {
  id: number
  kind: PageKind
  content: CaseStudyContent | StoryContent
  addedAt: Date
  changedAt: Date
  organisation: { id: number; type: string; otherNames: string[] } | null
  label: string
  law: string
  linked: string[]
  favourites: number
}

/** The documents of those of these pages that are live: the page itself, and each file of ours that it links. */
export async function pageDocuments(tx: Tx, ids: number[]): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  const [heads, choices] = [await headsOf(tx, ids), await choicesOf(tx, ids)]
  const tree = await readHeadingTree(tx)
  const template = await tx.template.findFirst({ orderBy: { version: 'desc' } })
  const { fields } = (template?.content ?? { fields: [] }) as TemplateContent
  const pages = heads.map((head): [Head, SearchDocument] => {
    const { id, content, kind, ...rest } = head
    const labels = effectiveLabels(content.categories, tree, choices.get(id))
    const facts = { ...rest, pageId: id, standing: standingOf(labels, content.categories) }
    const document =
      kind === 'case_study'
        ? caseStudyDocument({ ...facts, ...answered(content as CaseStudyContent, fields) }, tree)
        : storyDocument({ ...facts, content: content as StoryContent }, tree)
    return [head, document]
  })
  return [...pages.map(([, document]) => document), ...(await filesOf(tx, pages))]
}

async function filesOf(tx: Tx, pages: [Head, SearchDocument][]): Promise<SearchDocument[]> {
  const links = pages.flatMap(([head, document]) =>
    linkedIds([JSON.stringify(head.content)]).map((fileId) => ({ fileId, head, document })),
  )
  if (links.length === 0) return []
  const files = await tx.storedFile.findMany({
    where: { id: { in: links.map(({ fileId }) => fileId) }, publishedAt: { not: null } },
    include: { text: true },
  })
  const byId = new Map(files.map((file) => [file.id, file]))
  return links.flatMap(({ fileId, head, document }) => {
    const file = byId.get(fileId)
    if (!file || file.type.startsWith('image/')) return []
    const link = head.content.resources.find(({ url }) => linkedIds([url]).includes(fileId))
    const facts = { pageId: head.id, fileId, name: file.name, publishedAt: file.publishedAt }
    const parts = (file.text?.parts ?? []) as FileSource['parts']
    return [fileDocument({ ...facts, title: link?.title ?? '', kind: link?.kind ?? '', parts }, document)]
  })
}

export function standingOf(labels: { code: string; ticked: boolean }[], written: string[]): Standing {
  const ticked = labels.flatMap((label) => (label.ticked ? [label.code] : []))
  return { ticked, codes: labels.map(({ code }) => code), written }
}

function answered(content: CaseStudyContent, fields: TemplateField[]) {
  const { extra } = content
  const answers = extra ? fields.map((field) => wordsOf(field, extra[field.key])).filter(Boolean) : []
  return { content, answers }
}

function headsOf(tx: Tx, ids: number[]): Promise<Head[]> {
  return tx.$queryRaw`
    SELECT p.id, p.kind, h.content, f.created_at AS "addedAt", h.created_at AS "changedAt", coalesce(l.label, '') AS label,
      coalesce(l.law, '') AS law,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'type', o.type, 'otherNames', o.other_names) END AS organisation,
      ARRAY(SELECT DISTINCT t.title FROM stage_case_study g JOIN case_study t ON t.page_id = g.case_study_id
        WHERE g.story_id = p.id ORDER BY 1) AS linked,
      (WITH RECURSIVE way AS (SELECT p.id UNION SELECT m.id FROM way JOIN page m ON m.merged_into = way.id)
        SELECT count(DISTINCT person_id)::int FROM favourite JOIN way ON way.id = page_id) AS favourites
    FROM page p JOIN revision h ON h.page_id = p.id AND h.number = p.head_number
    JOIN revision f ON f.page_id = p.id AND f.number = 1
    LEFT JOIN case_study c ON c.page_id = p.id LEFT JOIN story s ON s.page_id = p.id
    LEFT JOIN legal_status l ON l.page_id = p.id
    LEFT JOIN organisation o ON o.id = coalesce(c.organisation_id, s.organisation_id)
    WHERE p.id = ANY(${ids}::int[]) AND p.state = 'live' ORDER BY p.id`
}
