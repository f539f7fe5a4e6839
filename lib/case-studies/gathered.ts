import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'

type Addressed = { id: number; slug: string }
export type GatheredDocument = {
  kind: 'primary' | 'evaluation'
  title: string
  url: string
  publisher: string
  date: string
  caseStudy: Addressed & { title: string }
}
/** What the case studies under a heading bring with them. */
export type Gathered = {
  documents: GatheredDocument[]
  documentCount: number
  /** Headings of the section on impact that the same case studies are labelled with. */
  methods: { code: string; name: string; slug: string; count: number }[]
  /** Buying organisations whose case studies stand here. */
  buyers: (Addressed & { name: string; count: number })[]
  /** Change stories that link one of the case studies. */
  stories: (Addressed & { title: string; organisation: string; period: string })[]
}

const documentsShown = 10
const othersShown = 8

/** Documents (the first ten, primary ones first), methods, buying organisations and stories of a heading's cases. */
export function gatherUnder(code: string): Promise<Gathered> {
  const shown = [tags.category(code), tags.taxonomy, tags.stories, tags.organisations]
  return cached(['gathered', code], shown, async () => {
    const [documents, methods, buyers, stories] = await Promise.all([
      documentsUnder(code),
      methodsUnder(code),
      buyersUnder(code),
      storiesUnder(code),
    ])
    return { ...documents, methods, buyers, stories }
  })
}

type DocumentRow = Omit<GatheredDocument, 'caseStudy'> & Addressed & { caseTitle: string; total: number }

/** A document that several case studies link counts once. */
async function documentsUnder(code: string) {
  const rows = await db.$queryRaw<DocumentRow[]>`
    SELECT d.*, count(*) OVER ()::int AS total FROM (
      SELECT DISTINCT ON (r.url) r.kind, r.title, r.url, r.publisher, r.date, cs.page_id AS id, p.slug,
        cs.title AS "caseTitle", cs.changed_at
      FROM case_study_category c JOIN resource r USING (page_id) JOIN case_study cs USING (page_id)
        JOIN page p ON p.id = cs.page_id
      WHERE c.code = ${code} AND r.kind IN ('primary', 'evaluation')
      ORDER BY r.url, r.kind DESC, cs.changed_at DESC) d
    ORDER BY d.kind DESC, d.changed_at DESC, d.id, d.title LIMIT ${documentsShown}`
  const documents = rows.map(({ kind, title, url, publisher, date, id, slug, caseTitle }) => {
    return { kind, title, url, publisher, date, caseStudy: { id, slug, title: caseTitle } }
  })
  return { documents, documentCount: rows[0]?.total ?? 0 }
}

function methodsUnder(code: string): Promise<Gathered['methods']> {
  return db.$queryRaw`
    SELECT m.code, h.name, h.slug, count(*)::int AS count
    FROM case_study_category c JOIN case_study_category m USING (page_id) JOIN category h ON h.code = m.code
    WHERE c.code = ${code} AND m.ticked AND h.section = 'impact' AND m.code <> ${code}
    GROUP BY 1, 2, 3 ORDER BY count DESC, h.name LIMIT ${othersShown}`
}

function buyersUnder(code: string): Promise<Gathered['buyers']> {
  return db.$queryRaw`
    SELECT o.id, o.slug, o.name, count(*)::int AS count
    FROM case_study_category c JOIN case_study cs USING (page_id) JOIN organisation o ON o.id = cs.organisation_id
    WHERE c.code = ${code} AND o.type = 'buying-organisation'
    GROUP BY 1, 2, 3 ORDER BY count DESC, o.name LIMIT ${othersShown}`
}

function storiesUnder(code: string): Promise<Gathered['stories']> {
  return db.$queryRaw`
    SELECT s.page_id AS id, p.slug, s.title, s.organisation_name AS organisation, s.period
    FROM story s JOIN page p ON p.id = s.page_id
    WHERE EXISTS (SELECT 1 FROM stage_case_study l JOIN case_study_category c ON c.page_id = l.case_study_id
      WHERE l.story_id = s.page_id AND c.code = ${code})
    ORDER BY s.title LIMIT ${othersShown}`
}
