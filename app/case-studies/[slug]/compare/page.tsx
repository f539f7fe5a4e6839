import '@/app/styles/working.css'
import { type CompareProps, findPair } from '@/app/_shared/find-versions'
import { withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyTabs } from '@/components/case-studies/head'
import { Shell } from '@/components/layout/shell'
import { CompareBody } from '@/components/revisions/compare-body'
import { comparedCaseStudies } from '@/lib/case-studies/compare'
import { caseStudyPath, historyPath, undoPath, versionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { findNames } from '@/lib/case-studies/template'
import { forOnePerson, sameForEverybody } from '@/lib/platform/kept'
import { keptComparison } from '@/lib/revisions/compare-kept'
import { restoreVersion } from '../actions'

export const metadata = pageMetadata({ title: 'Compare versions', path: '/case-studies', hidden: true })

export default async function ComparePage(props: CompareProps) {
  sameForEverybody()
  const gone = await withdrawn('case_study', (await props.params).slug, { moderatorsRead: true })
  if (gone) return gone
  const { older, newer, page } = await findPair<CaseStudyContent>('case_study', props)
  const pair = { pageId: page.id, from: older.number, to: newer.number }
  const comparison = await keptComparison(pair, async () =>
    comparedCaseStudies(older.content, newer.content, await findNames()),
  )
  // Later there may be time to compare them.
  if (!comparison) forOnePerson()
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: caseStudyPath(page), label: newer.content.title },
    { href: historyPath(page), label: 'History' },
  ]
  return (
    <Shell current="browse" crumbs={crumbs}>
      <CompareBody
        tabs={<CaseStudyTabs page={page} current="history" />}
        older={older}
        newer={newer}
        comparison={comparison}
        versionHref={(number) => versionPath(page, number)}
        undoHref={(number) => undoPath(page, number)}
        restore={restoreVersion}
      />
    </Shell>
  )
}
