import 'server-only'
import { type Lead, projectionWrites } from '@/lib/case-studies/project'
import { htmlOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { currentRules, type Rules } from '@/lib/legal/rules'
import { rebuildProjection } from '@/lib/pages/projection'
import type { Tx } from '@/lib/platform/db'
import { type Write, writeRows } from '@/lib/platform/write-rows'
import { RENDERER } from '@/lib/revisions/render'
import { htmlOfStory } from '@/lib/stories/record'
import type { StoryContent } from '@/lib/stories/schema'
import { type Choices, effectiveLabels, type Tree } from '@/lib/taxonomy/effective'
import { choicesOf, heldTree } from '@/lib/taxonomy/hierarchy'
import type { Progress } from './export'
import { rowsAtOnce } from './limits'

type Head = { id: number; headNumber: number; content: unknown; changedAt: Date; addedAt: Date }
/** What every case study is projected with. */
type Ground = { tree: Tree; rules: Rules | null; leads: Map<string, Lead> }

/** Makes what lists, counts and pages read of every live page, from its newest version, in a site that has none of it. */
export async function projectImported(tx: Tx, onProgress: Progress): Promise<void> {
  const organisations = await tx.organisation.findMany({
    select: { id: true, name: true, region: true, type: true },
  })
  const leads = new Map(organisations.map(({ name, ...lead }) => [name, lead]))
  const ground = { tree: await heldTree(tx), rules: await currentRules(tx), leads }
  let done = 0
  for await (const heads of headsOf(tx, 'case_study')) {
    await projectCaseStudies(tx, heads, ground)
    done += heads.length
    onProgress('pages shown', done)
  }
  // After them: stories link those that are there.
  for await (const heads of headsOf(tx, 'story')) {
    for (const head of heads) await projectStory(tx, head)
  }
}

async function* headsOf(tx: Tx, kind: 'case_study' | 'story'): AsyncGenerator<Head[]> {
  for (let after = 0; ; ) {
    const heads = await tx.$queryRaw<Head[]>`
      SELECT p.id, p.head_number AS "headNumber", r.content, r.created_at AS "changedAt", f.created_at AS "addedAt"
      FROM page p JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
        JOIN revision f ON f.page_id = p.id AND f.number = 1
      WHERE p.kind = ${kind}::page_kind AND p.state = 'live' AND p.id > ${after} ORDER BY p.id LIMIT ${rowsAtOnce}`
    const last = heads.at(-1)
    if (!last) return
    yield heads
    after = last.id
  }
}

/** The same rows as saving writes, those of many pages in one statement. */
async function projectCaseStudies(tx: Tx, heads: Head[], ground: Ground): Promise<void> {
  const choices = await choicesOf(
    tx,
    heads.map(({ id }) => id),
  )
  const writes = heads.flatMap((head) => [
    ...writesOf(head, ground, choices.get(head.id)),
    htmlWrite(head, htmlOf(head.content as CaseStudyContent)),
  ])
  const filled = writes.filter(({ rows }) => rows.length > 0)
  const tables = [...new Set(filled.map(({ table }) => table))]
  const joined = tables.map((table): Write => {
    const rows = filled.filter((write) => write.table === table).flatMap((write) => write.rows)
    return { table, mode: 'insert', key: [], rows }
  })
  await writeRows(tx, joined)
}

function writesOf({ id, changedAt, addedAt, ...head }: Head, ground: Ground, choices?: Choices): Write[] {
  const content = head.content as CaseStudyContent
  const labels = effectiveLabels(content.categories, ground.tree, choices)
  const facts = { pageId: id, content, changedAt, privateEmail: '', labels, rules: ground.rules }
  return projectionWrites(facts, ground.leads.get(content.organisation) ?? null).map((write) =>
    write.table === 'case_study' ? { ...write, rows: write.rows.map((row) => ({ ...row, addedAt })) } : write,
  )
}

async function projectStory(tx: Tx, head: Head): Promise<void> {
  await rebuildProjection(tx, { id: head.id, kind: 'story', headNumber: head.headNumber })
  await writeRows(tx, [htmlWrite(head, htmlOfStory(head.content as StoryContent))])
}

function htmlWrite({ id: pageId, headNumber: number }: Head, html: Record<string, string>): Write {
  const row = { pageId, number, renderer: RENDERER, html }
  return { table: 'revision_html', mode: 'insert', key: [], rows: [row] }
}
