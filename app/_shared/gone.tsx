import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/layout/shell'
import { GoneNotice } from '@/components/pages/gone-notice'
import { getViewer } from '@/lib/auth/session'
import { canMovePages } from '@/lib/pages/access'
import { withdrawPath } from '@/lib/pages/paths'
import { findPageState } from '@/lib/pages/queries'
import type { PageKind } from '@/lib/platform/db'
import { idOf } from '@/lib/platform/slug'
import { answerWith } from '@/lib/platform/status'

/** Addresses keep what they were given: withdrawn answers 410, merged 301, and what never was 404. */

type Place = { kind: PageKind; slug: string; pathOf: (page: { id: number; slug: string }) => string }

/** For an address whose page is not live: goes to what it was merged into, or shows why it was withdrawn. */
export async function notLive({ kind, slug, pathOf }: Place): Promise<ReactNode> {
  const page = await named(kind, slug)
  if (!page) notFound()
  if (page.mergedInto) permanentRedirect(pathOf(page.mergedInto))
  return (await withdrawn(kind, slug)) ?? notFound()
}

/** The notice in place of anything of a withdrawn page, or null when it is live or merged. */
export async function withdrawn(
  kind: PageKind,
  slug: string,
  { moderatorsRead = false } = {},
): Promise<ReactNode | null> {
  const page = await named(kind, slug)
  if (page?.state !== 'withdrawn') return null
  if (moderatorsRead && canMovePages(await getViewer())) return null
  answerWith(410)
  return (
    <Shell current={kind === 'story' ? 'stories' : 'browse'} crumbs={[{ href: '/', label: 'Home' }]}>
      {/* The address as it was asked for: the title that it may have now is not told. */}
      <GoneNotice
        kind={kind}
        reason={page.reason}
        at={page.at}
        moderate={withdrawPath({ ...page, slug: '' })}
      />
    </Shell>
  )
}

/** The title of such a page in the browser, which says nothing of what was withdrawn. */
export async function notLiveMetadata(kind: PageKind, slug: string): Promise<Metadata> {
  const page = await named(kind, slug)
  const title = page?.state === 'withdrawn' ? 'Withdrawn' : 'Page not found'
  return { title, robots: { index: false, follow: false } }
}

async function named(kind: PageKind, slug: string) {
  const id = idOf(slug)
  const page = id === null ? null : await findPageState(id)
  return page?.kind === kind ? page : null
}
