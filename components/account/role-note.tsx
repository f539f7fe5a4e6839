import { ROLE_NAMES, type RoleName } from '@/lib/users/access'
import { SummaryList } from '../ui/summary-list'

const MEANINGS: Record<RoleName, string> = {
  pending:
    'A moderator reads what you write before it is published, and gives a reason if it is not. An administrator can make you a contributor.',
  contributor:
    'What you write is published at once. Everyone sees it in the history of the page and can undo it.',
  representative:
    'What you write is published at once. You are known here as speaking for your organisation.',
  moderator:
    'What you write is published at once. You decide on what new members send in, but never on your own contributions.',
  admin:
    'What you write is published at once. You manage accounts and roles, and may read the review queue; deciding on contributions is for moderators.',
}

/** What a person may do here, in words. */
export function RoleNote({ role, demonstration }: { role: RoleName; demonstration: boolean }) {
  const account = demonstration
    ? [{ term: 'Account', value: 'Demonstration account: it is for trying things out and is not a person' }]
    : []
  return (
    <SummaryList
      rows={[
        ...account,
        { term: 'Role', value: ROLE_NAMES[role] },
        { term: 'What it means', value: MEANINGS[role] },
      ]}
    />
  )
}
