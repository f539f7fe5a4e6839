import type { Problems } from '@/lib/worker/problems'
import { momentOf } from '../dates'
import { Button } from '../ui/button'
import { DataTable } from '../ui/data-table'

type Props = { problems: Problems; tryAgain: (form: FormData) => Promise<void> }

const columns = [{ label: 'What' }, { label: 'Since', nowrap: true }, { label: 'Problem' }, { label: 'Then' }]

/** Mail that could not be sent and work that gave up, with the reason and a way to try again. */
export function ProblemList({ problems: { mails, jobs }, tryAgain }: Props) {
  const rows = [
    ...mails.map(({ id, subject, createdAt, problem, dropped }) => ({
      key: `mail-${id}`,
      cells: [
        `Mail: ${subject}`,
        momentOf(createdAt),
        problem,
        dropped ? (
          <AgainForm key="again" kind="mail" id={String(id)} name={subject} tryAgain={tryAgain} />
        ) : (
          'Tried again each minute'
        ),
      ],
    })),
    ...jobs.map(({ id, task, updatedAt, problem }) => ({
      key: `job-${id}`,
      cells: [
        `Work: ${task}`,
        momentOf(updatedAt),
        problem,
        <AgainForm key="again" kind="job" id={id} name={task} tryAgain={tryAgain} />,
      ],
    })),
  ]
  return (
    <DataTable
      caption="Mail and work that failed, the newest first"
      hideCaption
      columns={columns}
      rows={rows}
    />
  )
}

type AgainProps = { kind: 'mail' | 'job'; id: string; name: string } & Pick<Props, 'tryAgain'>

function AgainForm({ kind, id, name, tryAgain }: AgainProps) {
  return (
    <form action={tryAgain}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Button kind="second" small>
        Try again<span className="vh">: {name}</span>
      </Button>
    </form>
  )
}
