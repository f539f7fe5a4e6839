import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'
import { requireViewer } from '@/lib/auth/session'
import { canMovePages } from '@/lib/pages/access'
import { pageHistoryPath, pagePath } from '@/lib/pages/paths'
import { findPageState, type Whereabouts } from '@/lib/pages/queries'
import type { PageKind } from '@/lib/platform/db'
import { idOf } from '@/lib/platform/slug'

export const NOUNS = { case_study: 'case study', story: 'change story' }

/** The page to be moved, for moderators; anyone else meets a page that is not there. */
export async function findToMove(kind: PageKind, slug: string, pathOf: (page: Whereabouts) => string) {
  const id = idOf(slug)
  const page = id === null ? null : await findPageState(id)
  if (page?.kind !== kind) notFound()
  if (!canMovePages(await requireViewer(pathOf({ ...page, slug: '' })))) notFound()
  return page
}

type Props = { page: Whereabouts; title: string; children: ReactNode }

export function MoveFrame({ page, title, children }: Props) {
  const crumbs = [
    { href: '/', label: 'Home' },
    ...(page.state === 'live' ? [{ href: pagePath(page), label: page.title }] : []),
    { href: pageHistoryPath(page), label: 'History' },
  ]
  return (
    <Shell current={page.kind === 'story' ? 'stories' : 'browse'} crumbs={crumbs}>
      <div className="pagehead">
        <h1>{title}</h1>
        <p className="lead">{page.title}</p>
      </div>
      <div className="mt-8">{children}</div>
    </Shell>
  )
}
