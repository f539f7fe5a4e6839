import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { versionNumber } from '@/app/_shared/page-number'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { CompareHead } from '@/components/revisions/compare-head'
import { ComparisonView } from '@/components/revisions/comparison'
import { RestoreForm } from '@/components/revisions/restore-form'
import { compareCaseStudies } from '@/lib/case-studies/compare'
import { caseStudyPath, historyPath, versionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { idOf } from '@/lib/platform/slug'
import { findVersion } from '@/lib/revisions/queries'
import { labelNames } from '@/lib/taxonomy/queries'
import { restoreVersion } from '../actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ from?: string; to?: string }> }

export const metadata = pageMetadata({ title: 'Compare versions', path: '/case-studies', hidden: true })

export default async function ComparePage({ params, searchParams }: Props) {
  const [{ slug }, { from, to }] = await Promise.all([params, searchParams])
  const [id, one, other] = [idOf(slug), versionNumber(from), versionNumber(to)]
  if (id === null || one === null || other === null) notFound()
  // Asked the wrong way round, the older still comes first.
  const [first, second] = [Math.min(one, other), Math.max(one, other)]
  const [older, newer] = await Promise.all([
    findVersion<CaseStudyContent>('case_study', id, first),
    findVersion<CaseStudyContent>('case_study', id, second),
  ])
  if (!older || !newer) notFound()

  const page = { id, slug: newer.slug }
  const comparison = compareCaseStudies(older.content, newer.content, await labelNames())
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(page), label: newer.content.title },
        { href: historyPath(page), label: 'History' },
      ]}
    >
      <div className="pagehead">
        <h1>
          Changes between version {first} and version {second}
        </h1>
        <p className="lead">{newer.content.title}</p>
      </div>
      <CaseStudyTabs page={page} current="history" />
      <CompareHead
        older={older}
        newer={newer}
        comparison={comparison}
        versionHref={(number) => versionPath(page, number)}
      />
      <ComparisonView comparison={comparison} />
      {first === newer.headNumber ? null : (
        <div className="section tight">
          <RestoreForm action={restoreVersion} page={id} number={first} base={newer.headNumber} />
        </div>
      )}
    </Shell>
  )
}
