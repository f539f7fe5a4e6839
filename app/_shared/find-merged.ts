import { notFound } from 'next/navigation'
import type { PageKind } from '@/lib/platform/db'
import { findRevisionFacts } from '@/lib/revisions/facts'
import { findNamed, type VersionProps } from './find-versions'

/** A version that was merged when it was saved, with the names of those who saved meanwhile. */
export async function findMerged<Content>(kind: PageKind, props: VersionProps) {
  const version = await findNamed<Content>(kind, props)
  const facts = version && (await findRevisionFacts(version.pageId, version.number))
  if (!version || !facts?.mergedFrom) notFound()
  const base = facts.mergedFrom
  const between = Array.from(
    { length: Math.min(version.number - 1 - base, 10) },
    (_, step) => base + 1 + step,
  )
  const found = await Promise.all(between.map((number) => findRevisionFacts(version.pageId, number)))
  const authors = [...new Set(found.flatMap((one) => (one ? [one.author.name] : [])))]
  return { version, base, authors, page: { id: version.pageId, slug: version.slug } }
}
