import type { LegalStatus } from './schema'
import { APPROVALS, type Nation, REGIMES, type RegimeCode } from './vocabulary'

type Facts = { nation: string; regime: string; approvalKinds: readonly string[]; challengeState: string }

/** What a listing says of a case's legal standing: always words, never a bare tick. */
export function legalLabel(facts: Facts): string {
  if (facts.nation === 'Not UK') return 'Not UK law'
  const approvals = facts.approvalKinds.filter((kind) => kind !== 'UNK')
  if (facts.challengeState === 'upheld' || facts.challengeState === 'set-aside')
    return 'Successfully challenged'
  if (approvals.length === 0) return 'Not known'
  const onRecord = approvals.filter((kind) => !NO_APPROVAL.includes(kind))
  const approvers = onRecord.filter((kind) => !NO_APPROVERS.includes(kind))
  if (approvers.length > 0) return `Approved, as recorded, by: ${named(approvers)}`
  if (onRecord.length > 0) return `On record, not a legal approval: ${named(onRecord)}`
  if (approvals.includes('ENDORSED-EU')) return 'Used as EU good practice, not a ruling'
  return approvals.includes('SELF') ? 'Author’s own view, not reviewed' : 'Not reviewed by anyone'
}

/** Answers to "who approved it?" that name nobody who did. */
const NO_APPROVAL = ['NONE', 'SELF', 'ENDORSED-EU']

/** Worth knowing, but an audit, a court, a framework or the head of procurement approves no approach in law. */
const NO_APPROVERS = ['PROC', 'AUD-INT', 'AUD-EXT', 'FWK', 'PRU', 'COURT']

function named(kinds: string[]): string {
  return kinds.map((kind) => inSentence(approvalName(kind))).join('; ')
}

/** "own legal department", but "Scottish Government": a name of several capitals keeps them. */
function inSentence(name: string): string {
  return / \p{Lu}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

export function approvalName(kind: string): string {
  return APPROVALS[kind as keyof typeof APPROVALS]?.name ?? kind
}

export function regimeName(code: string): string {
  return REGIMES[code as RegimeCode]?.name ?? code
}

/** Whose law decides, in a sentence. */
export function judgedBy(nation: Nation): string {
  if (nation === 'Scotland') return 'Scottish law. Do not judge it by the Procurement Act 2023.'
  if (nation === 'Not UK') return 'The law of another country. It is not UK law.'
  if (nation === 'Not known') return 'Not known'
  return nation === 'UK-wide' ? 'Law across the United Kingdom' : `The law of ${nation}`
}

export function factsOf(status: LegalStatus): Facts {
  const { nation, regime, approvals, challenge } = status
  return { nation, regime, approvalKinds: approvals.map(({ kind }) => kind), challengeState: challenge.state }
}
