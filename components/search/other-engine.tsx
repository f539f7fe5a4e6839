import type { OtherStatus } from '@/lib/search/engine-status'
import { momentOf } from '../dates'
import { SummaryList } from '../ui/summary-list'

type Props = { status: OtherStatus }

/** How the search server stands beside the database: what it has, what it waits for, and what went wrong last. */
export function OtherEngine({ status }: Props) {
  const { server, index, current, building, fault, verified, fallbacks } = status
  return (
    <SummaryList
      rows={[
        ...(server ? [{ term: 'Server', value: `Meilisearch ${server}` }] : []),
        {
          term: 'Index in use',
          value: index ? `${index}${current ? '' : ', made by older settings'}` : 'None yet',
        },
        ...(building
          ? [
              {
                term: 'Index being built',
                value: `${building.done.toLocaleString('en-GB')} of ${building.documents.toLocaleString('en-GB')} documents since ${momentOf(building.since)}`,
              },
            ]
          : []),
        { term: 'Changes waiting', value: waitingOf(status) },
        {
          term: 'Last compared with the database',
          value: verified ? `${momentOf(verified.at)}: ${comparedOf(verified)}` : 'Not yet',
        },
        {
          term: 'Answered by PostgreSQL instead',
          value: fallbacks
            ? `${times(fallbacks.count)}, last ${momentOf(fallbacks.at)}. ${fallbacks.why}`
            : 'Never',
        },
        { term: 'Last fault', value: fault ? `${momentOf(fault.at)}: ${fault.why}` : 'None' },
      ]}
    />
  )
}

function waitingOf({ waiting, waitedSeconds }: OtherStatus): string {
  if (waiting === 0) return 'None'
  const seconds = waitedSeconds === 1 ? '1 second' : `${waitedSeconds.toLocaleString('en-GB')} seconds`
  return `${waiting.toLocaleString('en-GB')}, the oldest for ${seconds}`
}

function comparedOf({ documents, differences }: NonNullable<OtherStatus['verified']>): string {
  const among = documents === 1 ? '1 document' : `${documents.toLocaleString('en-GB')} documents`
  if (differences === 0) return `no differences in ${among}`
  return `${differences === 1 ? '1 difference' : `${differences.toLocaleString('en-GB')} differences`} in ${among}, sent again`
}

function times(count: number): string {
  return count === 1 ? 'Once' : `${count.toLocaleString('en-GB')} times`
}
