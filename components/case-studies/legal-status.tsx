import type { ReactNode } from 'react'
import { editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { judgedBy, regimeName } from '@/lib/legal/label'
import { lawEntryPath, lawPath, lawVersionPath } from '@/lib/legal/paths'
import type { LegalStatus } from '@/lib/legal/schema'
import { CHALLENGES, LABELS, PROCEDURES, VALUE_BANDS } from '@/lib/legal/vocabulary'
import { dayOf, partialDateOf } from '../dates'
import { Approvals } from '../legal/approvals'
import type { LawNow } from '../legal/law-now'
import { labelWords } from '../legal/moved-labels'
import { ViewsOfReuse } from '../legal/views-of-reuse'
import { LegalBlock } from '../ui/legal-block'
import { EditLink, withTalk } from './prose-section'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  /** What the law register makes of it today. An old version has none: it shows the statement as it was made. */
  law?: LawNow
  /** Who approved, in a few words. */
  verdict: string
  legalPointHtml: string
  entered: { by: string; on: string }
  editable: boolean
  discuss?: ReactNode
}

/** The legal record, so that readers can judge for themselves: facts with their dates, never a tick. */
export function LegalStatusBlock(props: Props) {
  const { page, content, law, verdict, editable, discuss } = props
  const edit = editable ? <EditLink href={editSectionPath(page, 'legal')} what="legal status" /> : undefined
  const status = content.legalStatus
  return (
    <LegalBlock
      id="legal"
      verdict={law ? LABELS[law.label] : verdict}
      edit={withTalk(discuss, edit)}
      rows={rowsOf(props)}
      foot={
        <>
          <ViewsOfReuse status={status} />
          <p className="small mt-4">
            <a href={lawPath}>Which law governs what: the law register</a>
          </p>
        </>
      }
    >
      {law ? <Today law={law} verdict={verdict} /> : <AsMade />}
      <p className="notadvice">This is a record to help you judge for yourself. It is not legal advice.</p>
    </LegalBlock>
  )
}

function rowsOf({ page, content: { legalStatus: status }, law, legalPointHtml, entered, editable }: Props) {
  const ask = editable ? editSectionPath(page, 'legal') : null
  const { endsOn = '', valueBand = 'unknown', subjectLink = '' } = status
  const more: { term: string; value: ReactNode; known: boolean }[] = [
    { term: 'Awarded', value: partialDateOf(status.awardedOn), known: status.awardedOn !== '' },
    { term: 'Contract ends', value: partialDateOf(endsOn), known: endsOn !== '' },
    { term: 'Value', value: VALUE_BANDS[valueBand], known: valueBand !== 'unknown' },
    { term: 'Legal point', value: <LegalPoint html={legalPointHtml} />, known: legalPointHtml !== '' },
    { term: 'Link to the subject of the contract', value: subjectLink, known: subjectLink !== '' },
    { term: 'Notices', value: status.noticeReferences, known: status.noticeReferences !== '' },
  ]
  const missing = more.filter(({ known }) => !known).map(({ term }) => lowerFirst(term))
  return [
    { term: 'Judged by', value: judgedBy(status.nation) },
    { term: 'Law in force then', value: <LawThen status={status} law={law} /> },
    { term: 'Procurement began', value: partialDateOf(status.commencedOn) || 'Not known' },
    { term: 'Procedure', value: PROCEDURES[status.procedure] },
    { term: 'Approved by', value: <Approvals approvals={status.approvals} ask={ask} /> },
    { term: 'Challenge', value: challengeOf(status) },
    ...more.filter(({ known }) => known),
    ...(missing.length > 0 ? [{ term: 'Not recorded', value: <Missing terms={missing} ask={ask} /> }] : []),
    { term: 'Entered', value: `${entered.on}, by ${entered.by}` },
  ]
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

function Missing({ terms, ask }: { terms: string[]; ask: string | null }) {
  const words = LIST.format(terms)
  return (
    <>
      {words.charAt(0).toUpperCase() + words.slice(1)}.{' '}
      {ask ? <a href={ask}>Add to the legal record</a> : null}
    </>
  )
}

function lowerFirst(term: string): string {
  return term.charAt(0).toLowerCase() + term.slice(1)
}

/** What the register makes of it now, and why; then who approved it then. */
function Today({ law, verdict }: { law: LawNow; verdict: string }) {
  return (
    <>
      {law.why ? (
        <p>
          {law.why}{' '}
          {law.law ? (
            <a href={`${lawEntryPath(law.law)}#changed`}>
              What changed<span className="vh"> in this law</span>
            </a>
          ) : null}
        </p>
      ) : null}
      {law.moved ? <Moved moved={law.moved} /> : null}
      {verdict === LABELS[law.label] && law.label === 'not-uk' ? null : (
        <p className="approval">
          <span>Approval on record:</span> <strong>{verdict}</strong>
        </p>
      )}
    </>
  )
}

/** A label that the register moved says so: the page itself did not change. */
function Moved({ moved }: { moved: NonNullable<LawNow['moved']> }) {
  return (
    <p className="small">
      The register moved this label on {dayOf(moved.createdAt)}: until then it was “
      {labelWords(moved.labelBefore)}”. <a href={lawVersionPath(moved.version)}>Why it moved</a>
    </p>
  )
}

function AsMade() {
  return (
    <p>
      The statement as it was made in this version. What the law register makes of it today stands on the
      current version.
    </p>
  )
}

function LawThen({ status, law }: { status: LegalStatus; law?: LawNow }) {
  if (status.regime === 'UNK')
    return law?.law ? (
      <>Not recorded. The label above is worked out from the nation and the date.</>
    ) : (
      <>Not known</>
    )
  if (status.regime === 'OTH') return <>{regimeName(status.regime)}</>
  return <a href={lawEntryPath(status.regime)}>{regimeName(status.regime)}</a>
}

function LegalPoint({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by lib/revisions/render.ts before it was stored
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}

function challengeOf({ challenge }: LegalStatus): string {
  const words = [CHALLENGES[challenge.state], partialDateOf(challenge.date), challenge.source]
    .filter(Boolean)
    .join('. ')
  return challenge.state === 'none-known' ? `${words}. That is not the same as lawful.` : words
}
