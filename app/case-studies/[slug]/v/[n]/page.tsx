import '@/app/styles/working.css'
import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { findNamed, type VersionProps } from '@/app/_shared/find-versions'
import { notLiveMetadata, withdrawn } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyArticle } from '@/components/case-studies/article'
import { CaseStudyFacts, CaseStudyMeasures } from '@/components/case-studies/facts'
import { CaseStudyHead, CaseStudyTabs } from '@/components/case-studies/head'
import { dayOf } from '@/components/dates'
import { Shell } from '@/components/layout/shell'
import { VersionNote } from '@/components/revisions/version-note'
import { caseStudyPath, comparePath, versionPath } from '@/lib/case-studies/paths'
import { htmlOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { findOwnAnswers } from '@/lib/case-studies/template'
import { factsOf, legalLabel } from '@/lib/legal/label'
import { listStanding } from '@/lib/taxonomy/queries'

export function generateStaticParams() {
  return []
}

export async function generateMetadata(props: VersionProps): Promise<Metadata> {
  const version = await findNamed<CaseStudyContent>('case_study', props)
  const { slug } = await props.params
  if (!version) return notLiveMetadata('case_study', slug)
  const page = { id: version.pageId, slug: version.slug }
  return pageMetadata({
    title: `Version ${version.number} of ${version.content.title}`,
    path: versionPath(page, version.number),
    hidden: true,
  })
}

export default async function VersionPage(props: VersionProps) {
  const version = await findNamed<CaseStudyContent>('case_study', props)
  const gone = await withdrawn('case_study', (await props.params).slug)
  if (gone) return gone
  if (!version) notFound()
  const page = { id: version.pageId, slug: version.slug }
  if ((await props.params).slug !== `${page.id}-${page.slug}`)
    permanentRedirect(versionPath(page, version.number))

  const { content, number, headNumber } = version
  const labels = await listStanding(content.categories)
  const verdict = legalLabel(factsOf(content.legalStatus))
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(page), label: content.title },
      ]}
    >
      <VersionNote
        version={version}
        currentHref={caseStudyPath(page)}
        compareHref={comparePath(page, number, headNumber)}
        versionHref={(other) => versionPath(page, other)}
      />
      <CaseStudyHead page={page} content={content} labels={labels} />
      <CaseStudyTabs page={page} current="none" />
      <CaseStudyFacts page={page} content={content} organisation={null} legal={{ approval: verdict }} />
      <CaseStudyMeasures content={content} />
      <div className="mt-12">
        <CaseStudyArticle
          page={page}
          content={content}
          html={version.html ?? htmlOf(content)}
          verdict={verdict}
          entered={{ by: version.author.name, on: dayOf(version.createdAt) }}
          editable={false}
          own={await findOwnAnswers(content)}
        />
      </div>
    </Shell>
  )
}
