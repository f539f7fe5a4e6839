import 'server-only'
import { currentRules, keptStanding, type Rules } from '@/lib/legal/rules'
import type { Tx } from '@/lib/platform/db'
import { type Write, writeRows } from '@/lib/platform/write-rows'
import { effectiveLabels, type Tree } from '@/lib/taxonomy/effective'
import { choicesOf, heldTree } from '@/lib/taxonomy/hierarchy'
import type { CaseStudyContent, Resource } from './schema'

/** The body whose case study it is, where it stands in the directory. */
export type Lead = { id: number; region: string; type: string }
type Head = { pageId: number; content: CaseStudyContent; changedAt: Date; privateEmail: string }

/** Rewrites the projection of a case study from its head revision, in the transaction that moved the head. */
export async function projectCaseStudy(tx: Tx, head: Head): Promise<void> {
  const { organisation } = head.content
  const lead = organisation
    ? await tx.organisation.findUnique({
        where: { name: organisation },
        select: { id: true, region: true, type: true },
      })
    : null
  const labels = await labelsNow(tx, { id: head.pageId, tree: await heldTree(tx) }, head.content)
  const rules = await currentRules(tx)
  await writeRows(tx, projectionWrites({ ...head, labels, rules }, lead))
  await keepPrivateContact(tx, head)
}

type Labels = ReturnType<typeof effectiveLabels>

/** Where the labels of a page lead, as the hierarchy stands. */
export async function labelsNow(
  tx: Tx,
  { id, tree }: { id: number; tree: Tree },
  { categories }: CaseStudyContent,
): Promise<Labels> {
  const inUse = categories.every((code) => tree.get(code)?.retiredAt === null)
  return effectiveLabels(categories, tree, inUse ? undefined : (await choicesOf(tx, [id])).get(id))
}

/** What the projection of a case study consists of. */
export function projectionWrites(
  { pageId, content, changedAt, labels, rules }: Head & { labels: Labels; rules: Rules | null },
  lead: Lead | null,
): Write[] {
  const columns = columnsOf(content)
  const caseStudy = { pageId, ...columns, organisationId: lead?.id ?? null, changedAt, addedAt: changedAt }
  const owner = { column: 'pageId', id: pageId }
  const one = { mode: 'upsert', key: ['pageId'] } as const
  const many = (table: string, name: string, rows: object[]): Write => {
    return {
      table,
      mode: 'replace',
      key: ['pageId', name],
      owner,
      rows: rows.map((row) => ({ pageId, ...row })),
    }
  }
  return [
    { ...one, table: 'case_study', kept: ['addedAt'], rows: [caseStudy] },
    { ...one, table: 'legal_status', rows: [{ pageId, ...legalColumnsOf(content, lead, rules) }] },
    many('case_study_category', 'code', labels),
    many('resource', 'number', content.resources.map(shownResource)),
    many(
      'result',
      'position',
      content.results.map((result, position) => ({ position, ...result })),
    ),
  ]
}

function shownResource({ number, kind, title, url, publisher, date, format }: Resource) {
  return { number, kind, title, url, publisher, date, format }
}

function legalColumnsOf(
  { legalStatus, startedOn }: CaseStudyContent,
  lead: Lead | null,
  rules: Rules | null,
) {
  const { nation, regime, commencedOn, awardedOn, procedure, approvals, challenge, valueBand } = legalStatus
  const body = { leadRegion: lead?.region ?? '', bodyType: lead?.type ?? '' }
  const facts = { nation, regime, commencedOn, awardedOn, startedOn, ...body }
  return {
    ...facts,
    ...keptStanding(rules, facts),
    procedure,
    valueBand: valueBand ?? 'unknown',
    approvalKinds: [...new Set(approvals.map((approval) => approval.kind))],
    challengeState: challenge.state,
  }
}

function columnsOf(content: CaseStudyContent) {
  return {
    title: content.title,
    summary: content.summary,
    organisationName: content.organisation,
    regions: content.regions,
    startedOn: content.startedOn,
    endedOn: content.endedOn,
    dateNote: content.dateNote,
    state: content.state,
    home: content.home,
    evidence: content.evidence,
    checkedOn: content.checkedOn,
    gapCount: content.gaps.length,
    firstGap: content.gaps[0] ?? '',
    hasContact: content.contact !== null,
    resultCount: content.results.length,
    labels: content.categories,
    barriers: content.barriers ?? [],
    contractStages: content.contractStages ?? [],
    template: content.template ?? 1,
    extra: content.extra ?? {},
    resourceCount: content.resources.length,
    documentCount: content.resources.filter((resource) => resource.kind === 'primary').length,
  }
}

/** An empty address keeps the one we have, so that editors need not know it; no contact form, no address. */
export async function keepPrivateContact(tx: Tx, { pageId, content, privateEmail }: Head) {
  if (!content.contact?.byForm) await tx.privateContact.deleteMany({ where: { pageId } })
  else if (privateEmail) {
    const row = { email: privateEmail }
    await tx.privateContact.upsert({ where: { pageId }, create: { pageId, ...row }, update: row })
  }
}
