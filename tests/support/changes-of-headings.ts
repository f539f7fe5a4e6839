import { decideChange } from '@/lib/nomenclature/decide'
import { proposeChange } from '@/lib/nomenclature/propose'
import { type Proposal, proposal } from '@/lib/nomenclature/schema'
import { daysAfter, today } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { aPerson, value } from './builders'

/** What the form of a proposal would hand over. */
export function aProposal(typed: unknown): Proposal {
  return proposal.parse(typed)
}

/** A proposal that a contributor has made. */
export async function anOpenChange(typed: unknown): Promise<number> {
  const viewer = await aPerson()
  const facts = { reason: 'It would be clearer', closesOn: daysAfter(today(), 30) }
  return value(await proposeChange(viewer, { proposal: aProposal(typed), ...facts })).id
}

type Choices = { pageId: number; targets: number[] }[]

/** A change that an administrator has applied at once. */
export async function anAppliedChange(typed: unknown, choices?: Choices): Promise<number> {
  const changeId = await anOpenChange(typed)
  const admin = await aPerson('admin')
  value(await decideChange(admin, { changeId, verdict: 'apply', decision: 'Agreed at a meeting', choices }))
  return changeId
}

/** Everything that an undoing brings back, as text: headings and what stands under them. */
export async function hierarchyAsText(): Promise<string> {
  const [row] = await db.$queryRaw<{ text: string }[]>`SELECT jsonb_build_object(
    'headings', (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.code) FROM category c),
    'labels', (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.page_id, l.code) FROM case_study_category l))::text AS text`
  return row?.text ?? ''
}

/** The headings that a case study stands under, with a star at those that are its labels. */
export async function standingOf(pageId: number): Promise<string[]> {
  const rows = await db.caseStudyCategory.findMany({ where: { pageId }, orderBy: { code: 'asc' } })
  return rows.map(({ code, ticked }) => (ticked ? `${code}*` : code))
}
