import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { impliedBy } from '@/lib/taxonomy/codes'
import type { CaseStudyContent } from './schema'

type Head = { pageId: number; content: CaseStudyContent; changedAt: Date; privateEmail: string }

/** Rewrites the projection of a case study from its head revision, in the transaction that moved the head. */
export async function projectCaseStudy(tx: Tx, head: Head): Promise<void> {
  const { pageId, content } = head
  const organisation = content.organisation
    ? await tx.organisation.findUnique({ where: { name: content.organisation }, select: { id: true } })
    : null
  const columns = { ...columnsOf(head), organisationId: organisation?.id ?? null }
  await tx.caseStudy.upsert({
    where: { pageId },
    create: { pageId, addedAt: head.changedAt, ...columns },
    update: columns,
  })
  await replaceRows(tx, pageId, content)
  await keepPrivateContact(tx, head)
}

function columnsOf({ content, changedAt }: Head) {
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
    resourceCount: content.resources.length,
    documentCount: content.resources.filter((resource) => resource.kind === 'primary').length,
    changedAt,
  }
}

async function replaceRows(tx: Tx, pageId: number, content: CaseStudyContent) {
  const where = { where: { pageId } }
  await tx.caseStudyCategory.deleteMany(where)
  await tx.resource.deleteMany(where)
  await tx.result.deleteMany(where)
  await tx.caseStudyCategory.createMany({
    data: impliedBy(content.categories).map((entry) => ({ pageId, ...entry })),
  })
  await tx.resource.createMany({
    data: content.resources.map(({ number, kind, title, url, publisher, date, format }) => {
      return { pageId, number, kind, title, url, publisher, date, format }
    }),
  })
  await tx.result.createMany({
    data: content.results.map((result, position) => ({ pageId, position, ...result })),
  })
  const { nation, regime, commencedOn, procedure, approvals, challenge } = content.legalStatus
  const approvalKinds = [...new Set(approvals.map((approval) => approval.kind))]
  const legal = { nation, regime, commencedOn, procedure, approvalKinds, challengeState: challenge.state }
  await tx.legalStatus.upsert({ where: { pageId }, create: { pageId, ...legal }, update: legal })
}

/** An empty address keeps the one we have, so that editors need not know it; no contact form, no address. */
async function keepPrivateContact(tx: Tx, { pageId, content, privateEmail }: Head) {
  if (!content.contact?.byForm) await tx.privateContact.deleteMany({ where: { pageId } })
  else if (privateEmail) {
    const row = { email: privateEmail }
    await tx.privateContact.upsert({ where: { pageId }, create: { pageId, ...row }, update: row })
  }
}
