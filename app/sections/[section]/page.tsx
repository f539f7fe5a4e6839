import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { HeadingPage } from '@/components/browse/heading-page'
import { Shell } from '@/components/layout/shell'
import { listUnderHeading } from '@/lib/case-studies/queries'
import { feedPath } from '@/lib/revisions/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'

type Props = { params: Promise<{ section: string }> }

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section: slug } = await params
  const section = (await listCountedHeadings()).find(
    (heading) => heading.parentCode === null && heading.slug === slug,
  )
  if (!section) return { title: 'Page not found' }
  const feed = feedPath({ category: section.code })
  return pageMetadata({ title: section.name, description: section.note, path: categoryPath(section), feed })
}

export default async function SectionPage({ params }: Props) {
  const { section: slug } = await params
  const headings = await listCountedHeadings()
  const section = headings.find((heading) => heading.parentCode === null && heading.slug === slug)
  if (!section) notFound()
  const below = headings.filter((heading) => heading.parentCode === section.code)
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]}>
      <HeadingPage
        heading={section}
        section={section}
        tree={below}
        below={below}
        rows={await listUnderHeading(section.code)}
      />
    </Shell>
  )
}
