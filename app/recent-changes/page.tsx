import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { RecentFilterForm } from '@/components/revisions/recent-filter'
import { RecentDays } from '@/components/revisions/recent-list'
import { sameForEverybody } from '@/lib/platform/kept'
import { feedPath, type RecentFilter, recentChangesPath } from '@/lib/revisions/paths'
import { listRecentChanges } from '@/lib/revisions/recent'
import { fieldLabels } from '@/lib/templates/queries'
import { type Asked, findFilter } from './filter'

type Props = { searchParams: Promise<Asked> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const found = await findFilter(await searchParams)
  if (!found) return { title: 'Page not found' }
  const { filter, name } = found
  const { page, kind, withoutMinor, newOnly } = filter
  return pageMetadata({
    title: name ? `Recent changes: ${name}` : 'Recent changes',
    description: 'What was added to the Cupboard and revised, the newest first.',
    path: recentChangesPath(filter),
    feed: feedPath(filter),
    hidden: page > 1 || kind !== null || withoutMinor || newOnly,
  })
}

export default async function RecentChangesPage({ searchParams }: Props) {
  sameForEverybody()
  const found = await findFilter(await searchParams)
  if (!found) notFound()
  const { filter, name } = found
  const { changes, older } = await listRecentChanges(filter)
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Recent changes{name ? `: ${name}` : ''}</h1>
        <p className="lead">What was added and revised, the newest first, by whom and why.</p>
      </div>
      <RecentFilterForm filter={filter} name={name} />
      {changes.length > 0 ? (
        <RecentDays changes={changes} names={await fieldLabels()} />
      ) : (
        <p className="measure mt-8">
          Nothing here{filter.page > 1 ? ' that is older' : ''}.{' '}
          <a href={recentChangesPath()}>All recent changes</a>
        </p>
      )}
      <Ways filter={filter} older={older} />
    </Shell>
  )
}

function Ways({ filter, older }: { filter: RecentFilter; older: boolean }) {
  const { page } = filter
  if (page === 1 && !older) return null
  return (
    <nav className="pages ui" aria-label="Pages">
      <ul>
        {page > 1 ? (
          <li>
            <a href={recentChangesPath({ ...filter, page: page - 1 })} rel="prev">
              Newer<span className="vh"> changes</span>
            </a>
          </li>
        ) : null}
        {older ? (
          <li>
            <a href={recentChangesPath({ ...filter, page: page + 1 })} rel="next">
              Older<span className="vh"> changes</span>
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
