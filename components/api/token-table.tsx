import type { TokenRow } from '@/lib/api/tokens'
import { dayOf, momentOf } from '../dates'
import { Button } from '../ui/button'
import { DataTable } from '../ui/data-table'
import { Empty } from '../ui/empty'

type Props = { tokens: TokenRow[]; revoke: (form: FormData) => Promise<void> }

const SCOPES = { read: 'Read', write: 'Read and write' }

/** The tokens of one person that still work, each with a button to end it. */
export function TokenTable({ tokens, revoke }: Props) {
  if (tokens.length === 0)
    return (
      <Empty title="You have no tokens" level={3} word="None">
        Nobody needs one to read with a program. Make one to write, or to find your own requests in the
        limits.
      </Empty>
    )
  return (
    <DataTable
      caption="Your tokens, the newest first"
      hideCaption
      columns={[
        { label: 'For' },
        { label: 'May' },
        { label: 'Ends with' },
        { label: 'Made' },
        { label: 'Last used' },
        { label: 'Revoke', hideLabel: true },
      ]}
      rows={tokens.map((token) => ({ key: String(token.id), cells: cellsOf(token, revoke) }))}
    />
  )
}

function cellsOf({ id, name, scope, endsWith, createdAt, lastUsedAt }: TokenRow, revoke: Props['revoke']) {
  return [
    name,
    SCOPES[scope],
    <code key="end">{endsWith}</code>,
    dayOf(createdAt),
    lastUsedAt ? momentOf(lastUsedAt) : 'Never',
    <form key="revoke" action={revoke}>
      <input type="hidden" name="token" value={id} />
      <Button kind="second" small>
        Revoke<span className="vh"> the token {name}</span>
      </Button>
    </form>,
  ]
}
