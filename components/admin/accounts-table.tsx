import { ROLE_NAMES, type RoleName } from '@/lib/users/access'
import type { Account } from '@/lib/users/roles'
import { dayOf } from '../dates'
import { Button } from '../ui/button'
import { DataTable } from '../ui/data-table'

type Props = {
  accounts: Account[]
  ownId: string
  changed: string
  changeRole: (form: FormData) => Promise<void>
}

const columns = [{ label: 'Name' }, { label: 'E-mail' }, { label: 'Since', nowrap: true }, { label: 'Role' }]

/** Every account with its role. Nobody changes their own. */
export function AccountsTable({ accounts, ownId, changed, changeRole }: Props) {
  return (
    <DataTable
      caption="Accounts, the newest first"
      hideCaption
      columns={columns}
      rows={accounts.map((account) => ({
        key: account.id,
        id: `account-${account.id}`,
        cells: [
          account.demonstration ? `${account.name} (demonstration account)` : account.name,
          account.email,
          <time key="since" dateTime={account.createdAt}>
            {dayOf(account.createdAt)}
          </time>,
          account.id === ownId ? (
            `${ROLE_NAMES[account.role]} (your own account)`
          ) : (
            <RoleForm key="role" account={account} saved={account.id === changed} changeRole={changeRole} />
          ),
        ],
      }))}
    />
  )
}

type RoleFormProps = { account: Account; saved: boolean; changeRole: Props['changeRole'] }

function RoleForm({ account, saved, changeRole }: RoleFormProps) {
  const id = `role-${account.id}`
  return (
    <form action={changeRole} className="buttons">
      <input type="hidden" name="personId" value={account.id} />
      <label htmlFor={id} className="vh">
        Role of {account.name}
      </label>
      <select key={account.role} id={id} name="role" defaultValue={account.role} className="max-w-64">
        {(Object.keys(ROLE_NAMES) as RoleName[]).map((role) => (
          <option key={role} value={role}>
            {ROLE_NAMES[role]}
          </option>
        ))}
      </select>
      <Button kind="second" small>
        Change<span className="vh"> the role of {account.name}</span>
      </Button>
      {saved ? (
        <span role="status" className="good">
          Changed
        </span>
      ) : null}
    </form>
  )
}
