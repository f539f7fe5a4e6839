import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { HeadingPage } from '@/components/browse/heading-page'
import { RetiredHeading } from '@/components/browse/retired-heading'
import { Shell } from '@/components/layout/shell'
import { gatherUnder } from '@/lib/case-studies/gathered'
import { listUnderHeading } from '@/lib/case-studies/queries'
import { listChanges, nomenclature } from '@/lib/nomenclature/queries'
import { listPeopleOn } from '@/lib/people/on-heading'
import { feedPath } from '@/lib/revisions/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { type CountedHeading, findHeading, type Heading, listCountedHeadings } from '@/lib/taxonomy/queries'
import { findWantedUnder } from '@/lib/wanted/areas'

type Props = { params: Promise<{ category: string }> }

export function generateStaticParams() {
  return []
}

/** A heading below a section, in use or not; a section has an address of its own. */
async function find(segment: string) {
  const found = await findHeading(segment.split('-')[0] ?? '')
  return found?.heading.parentCode ? found : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const heading = (await find((await params).category))?.heading
  if (!heading) return { title: 'Page not found' }
  const feed = feedPath({ category: heading.code })
  return pageMetadata({ title: heading.name, description: heading.note, path: categoryPath(heading), feed })
}

export default async function CategoryPage({ params }: Props) {
  const { category } = await params
  const found = await find(category)
  if (!found) notFound()
  const { heading, above, leadsTo } = found
  const [only] = leadsTo
  if (heading.retiredAt && only && leadsTo.length === 1) permanentRedirect(categoryPath(only))
  if (categoryPath(heading) !== `/categories/${category}`) permanentRedirect(categoryPath(heading))

  const crumbs = above.map((entry) => ({ href: categoryPath(entry), label: entry.name }))
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }, ...crumbs]}>
      {heading.retiredAt ? (
        <Retired heading={heading} leadsTo={leadsTo} />
      ) : (
        <InUse heading={heading} above={above} />
      )}
    </Shell>
  )
}

async function Retired({ heading, leadsTo }: { heading: Heading; leadsTo: Heading[] }) {
  const [counted, changes] = await Promise.all([listCountedHeadings(), listChanges({ code: heading.code })])
  const codes = leadsTo.map(({ code }) => code)
  return (
    <RetiredHeading
      heading={heading}
      leadsTo={counted.filter(({ code }) => codes.includes(code))}
      changes={changes}
    />
  )
}

async function InUse({ heading, above }: { heading: Heading; above: Heading[] }) {
  const { code } = heading
  const [headings, rows, gathered, people, { terms }, proposals, wanted] = await Promise.all([
    listCountedHeadings(),
    listUnderHeading(code),
    gatherUnder(code),
    listPeopleOn(code),
    nomenclature(),
    listChanges({ state: 'open', code }),
    findWantedUnder(code),
  ])
  const counted = (wanted: string) => headings.find((entry) => entry.code === wanted) as CountedHeading
  const section = counted(above[0]?.code ?? code)
  return (
    <HeadingPage
      heading={counted(code)}
      section={section}
      tree={headings.filter((entry) => entry.parentCode === section.code)}
      below={headings.filter((entry) => entry.parentCode === code)}
      rows={rows}
      more={{ gathered, people, proposals, term: terms.find((term) => term.code === code) ?? null, wanted }}
    />
  )
}
