import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { versionNumber } from '@/app/_shared/page-number'
import { CaseStudyArticle } from '@/components/case-studies/article'
import { CaseStudyFacts, CaseStudyMeasures } from '@/components/case-studies/facts'
import { CaseStudyHead, CaseStudyTabs } from '@/components/case-studies/head'
import { dayOf, momentOf } from '@/components/dates'
import { Shell } from '@/components/layout/shell'
import { Note } from '@/components/ui/note'
import { caseStudyPath, comparePath, versionPath } from '@/lib/case-studies/paths'
import { htmlOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { factsOf, legalLabel } from '@/lib/legal/label'
import { idOf } from '@/lib/platform/slug'
import { findVersion } from '@/lib/revisions/queries'
import { listHeadings } from '@/lib/taxonomy/queries'

type Props = { params: Promise<{ slug: string; n: string }> }

export function generateStaticParams() {
  return []
}

async function find({ params }: Props) {
  const { slug, n } = await params
  const [id, number] = [idOf(slug), versionNumber(n)]
  return id === null || number === null ? null : findVersion<CaseStudyContent>('case_study', id, number)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const version = await find(props)
  if (!version) return { title: 'Page not found' }
  const page = { id: version.pageId, slug: version.slug }
  return pageMetadata({
    title: `Version ${version.number} of ${version.content.title}`,
    path: versionPath(page, version.number),
    hidden: true,
  })
}

export default async function VersionPage(props: Props) {
  const version = await find(props)
  if (!version) notFound()
  const page = { id: version.pageId, slug: version.slug }
  if ((await props.params).slug !== `${page.id}-${page.slug}`)
    permanentRedirect(versionPath(page, version.number))

  const { content, number, headNumber } = version
  const ticked = new Set(content.categories)
  const labels = (await listHeadings()).filter(({ code }) => ticked.has(code))
  const verdict = legalLabel(factsOf(content.legalStatus))
  return (
    <Shell
      current="browse"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: caseStudyPath(page), label: content.title },
      ]}
    >
      <Note kind="info" title={`Version ${number}${number === headNumber ? ', the current one' : ''}`}>
        <p>
          Saved {momentOf(version.createdAt)} by {version.author.name}: “{version.note}”.{' '}
          <a href={caseStudyPath(page)}>Read the current version</a>
          {number === headNumber ? null : (
            <>
              {' · '}
              <a href={comparePath(page, number, headNumber)}>What has changed since, and restore</a>
            </>
          )}
        </p>
      </Note>
      <CaseStudyHead page={page} content={content} labels={labels} />
      <CaseStudyTabs page={page} current="none" />
      <CaseStudyFacts page={page} content={content} organisation={null} legal={verdict} />
      <CaseStudyMeasures content={content} />
      <div className="mt-12">
        <CaseStudyArticle
          page={page}
          content={content}
          html={version.html ?? htmlOf(content)}
          verdict={verdict}
          entered={{ by: version.author.name, on: dayOf(version.createdAt) }}
          editable={false}
        />
      </div>
    </Shell>
  )
}
