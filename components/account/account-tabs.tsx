import { accountPath, contributionsPath, favouritesPath, settingsPath } from '@/lib/users/paths'
import { Tabs } from '../ui/tabs'

const items = [
  { href: accountPath, label: 'My cupboard' },
  { href: favouritesPath, label: 'Favourites' },
  { href: contributionsPath, label: 'Contributions' },
  { href: settingsPath, label: 'Settings' },
]

/** The views of one person's account. */
export function AccountTabs({ current }: { current: string }) {
  return (
    <Tabs label="Your account" items={items.map((item) => ({ ...item, current: item.href === current }))} />
  )
}
