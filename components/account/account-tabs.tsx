import { tokensPath } from '@/lib/api/paths'
import { draftsPath } from '@/lib/drafts/paths'
import { notificationsPath } from '@/lib/following/paths'
import { accountPath, contributionsPath, favouritesPath, settingsPath } from '@/lib/users/paths'
import { Tabs } from '../ui/tabs'

const items = [
  { href: accountPath, label: 'My cupboard' },
  { href: draftsPath, label: 'Drafts' },
  { href: favouritesPath, label: 'Favourites' },
  { href: contributionsPath, label: 'Contributions' },
  { href: notificationsPath, label: 'Notifications' },
  { href: settingsPath, label: 'Settings' },
  { href: tokensPath, label: 'Tokens' },
]

/** The views of one person's account. */
export function AccountTabs({ current }: { current: string }) {
  return (
    <Tabs label="Your account" items={items.map((item) => ({ ...item, current: item.href === current }))} />
  )
}
