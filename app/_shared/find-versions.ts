import { notFound } from 'next/navigation'
import { versionNumber } from '@/app/_shared/page-number'
import { findPageState } from '@/lib/pages/queries'
import type { PageKind } from '@/lib/platform/db'
import { idOf } from '@/lib/platform/slug'
import { findVersion } from '@/lib/revisions/queries'

export type VersionProps = { params: Promise<{ slug: string; n: string }> }
export type CompareProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ from?: string; to?: string }>
}

/** The version that an address names, or null; of a withdrawn page there is none to see. */
export async function findNamed<Content>(kind: PageKind, { params }: VersionProps) {
  const { slug, n } = await params
  const [id, number] = [idOf(slug), versionNumber(n)]
  if (id === null || number === null || (await findPageState(id))?.state === 'withdrawn') return null
  return findVersion<Content>(kind, id, number)
}

/** The two versions that an address compares, the older first even when asked the wrong way round. */
export async function findPair<Content>(kind: PageKind, { params, searchParams }: CompareProps) {
  const [{ slug }, { from, to }] = await Promise.all([params, searchParams])
  const [id, one, other] = [idOf(slug), versionNumber(from), versionNumber(to)]
  if (id === null || one === null || other === null) notFound()
  const [older, newer] = await Promise.all([
    findVersion<Content>(kind, id, Math.min(one, other)),
    findVersion<Content>(kind, id, Math.max(one, other)),
  ])
  if (!older || !newer) notFound()
  return { older, newer, page: { id, slug: newer.slug } }
}
