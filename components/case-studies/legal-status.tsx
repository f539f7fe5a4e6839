import type { ReactNode } from 'react'
import { editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { approvalName, judgedBy, regimeName, standingOf } from '@/lib/legal/label'
import type { LegalStatus } from '@/lib/legal/schema'
import { APPROVALS, CHALLENGES, PROCEDURES, REUSE } from '@/lib/legal/vocabulary'
import { partialDateOf } from '../dates'
import { LegalBlock } from '../ui/legal-block'
import { EditLink, withTalk } from './prose-section'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  verdict: string
  legalPointHtml: string
  entered: { by: string; on: string }
  editable: boolean
  discuss?: ReactNode
}

/** The legal record, so that readers can judge for themselves: facts with their dates, never a tick. */
export function LegalStatusBlock(props: Props) {
  const { page, content, verdict, legalPointHtml, entered, editable, discuss } = props
  const edit = editable ? <EditLink href={editSectionPath(page, 'legal')} what="legal status" /> : undefined
  const status = content.legalStatus
  return (
    <LegalBlock
      id="legal"
      verdict={verdict}
      edit={withTalk(discuss, edit)}
      rows={[
        { term: 'Judged by', value: judgedBy(status.nation) },
        { term: 'Law in force then', value: <LawThen status={status} /> },
        { term: 'Procurement began', value: dated(status.commencedOn) },
        { term: 'Awarded', value: dated(status.awardedOn) },
        { term: 'Procedure', value: PROCEDURES[status.procedure] },
        { term: 'Legal point', value: <LegalPoint html={legalPointHtml} /> },
        { term: 'Approved by', value: <Approvals status={status} ask={editSectionPath(page, 'legal')} /> },
        { term: 'Challenge', value: challengeOf(status) },
        { term: 'Usable under law now?', value: REUSE[status.reuse] },
        ...(status.noticeReferences ? [{ term: 'Notices', value: status.noticeReferences }] : []),
        { term: 'Entered', value: `${entered.on}, by ${entered.by}` },
      ]}
    >
      This is a record to help you judge for yourself. It is not legal advice.
    </LegalBlock>
  )
}

function LawThen({ status }: { status: LegalStatus }) {
  const standing = standingOf(status.regime, status.nation)
  if (status.regime === 'UNK') return <>Not known. {status.nation === 'Not UK' ? standing.note : ''}</>
  return (
    <>
      {regimeName(status.regime)}. <strong>{standing.label}.</strong> {standing.note}{' '}
      {standing.url ? (
        <a href={standing.url} rel="nofollow">
          What changed
        </a>
      ) : null}
    </>
  )
}

function LegalPoint({ html }: { html: string }) {
  if (!html) return <>Not recorded</>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by lib/revisions/render.ts before it was stored
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}

function Approvals({ status, ask }: { status: LegalStatus; ask: string }) {
  if (status.approvals.every(({ kind }) => kind === 'UNK'))
    return (
      <>
        Not known. <a href={ask}>Do you know who?</a>
      </>
    )
  return (
    <ul>
      {status.approvals.map((approval) => (
        <li key={`${approval.kind} ${approval.body} ${approval.date}`}>
          <strong>{approvalName(approval.kind)}</strong>
          {wordsOf(approval)} {approval.kind === 'OGC' ? APPROVALS.OGC.hint : ''}
          {approval.documentUrl ? (
            <>
              {' '}
              <a href={approval.documentUrl} rel="nofollow">
                The decision
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function wordsOf({ body, date, scope, conditions }: LegalStatus['approvals'][number]): string {
  const who = [body, partialDateOf(date)].filter(Boolean).join(', ')
  const parts = [who, scope, conditions].filter(Boolean)
  return parts.length ? `: ${parts.map((part) => part.replace(/\.$/, '')).join('. ')}.` : ''
}

function challengeOf({ challenge }: LegalStatus): string {
  const words = [CHALLENGES[challenge.state], partialDateOf(challenge.date), challenge.source]
    .filter(Boolean)
    .join('. ')
  return challenge.state === 'none-known' ? `${words}. That is not the same as lawful.` : words
}

function dated(date: string): string {
  return date ? partialDateOf(date) : 'Not known'
}
