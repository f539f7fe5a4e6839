import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { HeadingPage } from '@/components/browse/heading-page'
import { Shell } from '@/components/layout/shell'
import { listUnderHeading } from '@/lib/case-studies/queries'
import { feedPath } from '@/lib/revisions/paths'
import { parentsOf } from '@/lib/taxonomy/codes'
import { categoryPath } from '@/lib/taxonomy/paths'
import { type CountedHeading, listCountedHeadings } from '@/lib/taxonomy/queries'

type Props = { params: Promise<{ category: string }> }

export function generateStaticParams() {
  return []
}

function find(headings: CountedHeading[], segment: string): CountedHeading | undefined {
  const code = segment.split('-')[0]?.toUpperCase()
  return headings.find((heading) => heading.parentCode !== null && heading.code === code)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const heading = find(await listCountedHeadings(), (await params).category)
  if (!heading) return { title: 'Page not found' }
  const feed = feedPath({ category: heading.code })
  return pageMetadata({ title: heading.name, description: heading.note, path: categoryPath(heading), feed })
}

export default async function CategoryPage({ params }: Props) {
  const { category } = await params
  const headings = await listCountedHeadings()
  const heading = find(headings, category)
  if (!heading) notFound()
  if (categoryPath(heading) !== `/categories/${category}`) permanentRedirect(categoryPath(heading))

  const above = parentsOf(heading.code)
    .flatMap((code) => headings.find((entry) => entry.code === code) ?? [])
    .reverse()
  const section = above[0] ?? heading
  const crumbs = above.map((entry) => ({ href: categoryPath(entry), label: entry.name }))
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }, ...crumbs]}>
      <HeadingPage
        heading={heading}
        section={section}
        tree={headings.filter((entry) => entry.parentCode === section.code)}
        below={headings.filter((entry) => entry.parentCode === heading.code)}
        rows={await listUnderHeading(heading.code)}
      />
    </Shell>
  )
}
