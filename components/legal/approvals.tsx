import { approvalName } from '@/lib/legal/label'
import type { LegalStatus } from '@/lib/legal/schema'
import { APPROVALS, DOCUMENT_ACCESS } from '@/lib/legal/vocabulary'
import { partialDateOf } from '../dates'

type Approval = LegalStatus['approvals'][number]
type Props = {
  approvals: Approval[]
  /** Where to say who approved it; an old version is not asked about. */
  ask: string | null
}

/** Who approved, in what capacity, when, exactly what, on which document and on what conditions. */
export function Approvals({ approvals, ask }: Props) {
  if (approvals.every(isBare)) return <>Not known. {ask ? <a href={ask}>Do you know who?</a> : null}</>
  return (
    <ul className="approvals">
      {approvals.map((approval) => (
        <li key={`${approval.kind} ${approval.body} ${approval.date} ${approval.scope}`}>
          <strong>{approvalName(approval.kind)}</strong>
          {whoAndWhen(approval)}
          <ul>
            {factsOf(approval).map(([term, words]) => (
              <li key={term}>
                {term}: {words}
              </li>
            ))}
            {documentOf(approval)}
            {approval.kind === 'OGC' ? <li>What became of it: {APPROVALS.OGC.hint}</li> : null}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** "Not known", and nothing else. */
function isBare({ kind, body, scope, documentUrl }: Approval): boolean {
  return kind === 'UNK' && body === '' && scope === '' && documentUrl === ''
}

function whoAndWhen({ body, date }: Approval): string {
  const words = [body, partialDateOf(date)].filter(Boolean).join(', ')
  return words ? `: ${words}` : ''
}

function factsOf({ capacity, scope, conditions }: Approval): [string, string][] {
  const facts: [string, string][] = [
    ['In what capacity', capacity ?? ''],
    ['What was approved', scope],
    ['Conditions', conditions],
  ]
  return facts.filter(([, words]) => words !== '')
}

function documentOf({ documentUrl, access }: Approval) {
  const who = access ? DOCUMENT_ACCESS[access] : ''
  if (documentUrl)
    return (
      <li>
        Document:{' '}
        <a href={documentUrl} rel="nofollow">
          The decision
        </a>
        {who ? ` (${who.charAt(0).toLowerCase()}${who.slice(1)})` : ''}
      </li>
    )
  return who ? <li>Document: {who.charAt(0).toLowerCase() + who.slice(1)}</li> : null
}
