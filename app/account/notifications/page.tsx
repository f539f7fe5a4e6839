import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber } from '@/app/_shared/page-number'
import { AccountTabs } from '@/components/account/account-tabs'
import { NotificationList } from '@/components/following/notification-list'
import { WatchedList } from '@/components/following/watched-list'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Button } from '@/components/ui/button'
import { Pagination } from '@/components/ui/pagination'
import { requireViewer } from '@/lib/auth/session'
import { notificationsPerPage } from '@/lib/following/limits'
import { countUnread, findFrequency, listNotifications } from '@/lib/following/notifications'
import { frequencyPath, notificationsPagePath, notificationsPath } from '@/lib/following/paths'
import { FREQUENCIES } from '@/lib/following/vocabulary'
import { listWatches } from '@/lib/following/watches'
import { accountPath } from '@/lib/users/paths'
import { markAllRead, stopWatchingIt } from './actions'

export const metadata = pageMetadata({ title: 'Your notifications', path: notificationsPath, hidden: true })

type Props = { searchParams: Promise<{ page?: string }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requireViewer(notificationsPath)
  const page = pageNumber((await searchParams).page)
  const [{ rows, total, newest }, unread, watches, frequency] = await Promise.all([
    listNotifications(viewer, page),
    countUnread(viewer),
    listWatches(viewer),
    findFrequency(viewer),
  ])
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your notifications</h1>
        <p className="lead">What changed in the things you watch. Only you see this.</p>
      </div>
      <AccountTabs current={notificationsPath} />
      <ShelfSection
        id="news"
        title={unread === 0 ? 'Nothing unread' : `${unread} unread`}
        aside={unread > 0 ? <MarkRead newest={newest} /> : null}
      >
        <NotificationList rows={rows} watching={watches.length > 0} />
        <Pagination
          page={page}
          pages={Math.ceil(total / notificationsPerPage)}
          total={total}
          perPage={notificationsPerPage}
          noun="notifications"
          hrefFor={notificationsPagePath}
        />
      </ShelfSection>
      <ShelfSection
        id="watched"
        title={watches.length === 1 ? 'You watch one thing' : `You watch ${watches.length} things`}
      >
        <p className="measure">
          Mail: <strong>{FREQUENCIES[frequency].toLowerCase()}</strong>.{' '}
          <a href={frequencyPath}>Change how often</a>
        </p>
        <WatchedList watches={watches} stop={stopWatchingIt} />
      </ShelfSection>
    </Shell>
  )
}

function MarkRead({ newest }: { newest: number }) {
  return (
    <form action={markAllRead}>
      <input type="hidden" name="upTo" value={newest} />
      <Button kind="second" small>
        Mark all as read
      </Button>
    </form>
  )
}
