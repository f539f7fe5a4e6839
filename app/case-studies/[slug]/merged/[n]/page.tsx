import '@/app/styles/working.css'
import { findMerged } from '@/app/_shared/find-merged'
import type { VersionProps } from '@/app/_shared/find-versions'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { MergedBody } from '@/components/revisions/merged-body'
import { caseStudyPath, comparePath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'

export const metadata = pageMetadata({ title: 'Saved and merged', path: '/case-studies', hidden: true })

export default async function MergedPage(props: VersionProps) {
  const { version, base, authors, page } = await findMerged<CaseStudyContent>('case_study', props)
  return (
    <Shell current="browse">
      <MergedBody
        title={version.content.title}
        number={version.number}
        base={base}
        authors={authors}
        readHref={caseStudyPath(page)}
        compare={(from, to) => comparePath(page, from, to)}
      />
    </Shell>
  )
}
