import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { HomeBand, HomeGaps, HomeHero, HomeRoutes } from '@/components/browse/home-parts'
import { HomeStories } from '@/components/browse/home-stories'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { Shell } from '@/components/layout/shell'
import { Bays } from '@/components/ui/bays'
import { Rows } from '@/components/ui/rows'
import { SectionBay } from '@/components/ui/section-bay'
import { Shelf } from '@/components/ui/shelf'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { findHomeContent } from '@/lib/case-studies/queries'
import { listStories } from '@/lib/stories/queries'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'

export const metadata: Metadata = {
  ...pageMetadata({
    title: 'What public bodies have done to buy sustainably, and how',
    description:
      'Case studies of public bodies: what was bought, how it was done, what is recorded about the law, and whom to ask where somebody has agreed.',
    path: '/',
  }),
  title: { absolute: 'Sustainable Procurement Cupboard' },
}

export default async function HomePage() {
  const [home, stories, headings] = await Promise.all([
    findHomeContent(),
    listStories(),
    listCountedHeadings(),
  ])
  const sections = headings.filter(({ parentCode }) => parentCode === null)
  return (
    <Shell home bare>
      <HomeHero caseStudies={home.total} stories={stories.length} />
      <div className="wrap ui">
        <HomeRoutes />
        <section className="section" aria-labelledby="shelves">
          <Shelf
            id="shelves"
            title="What is in the Cupboard"
            cornice
            aside="A jar for each case study, as far as there is room. Many stand on more than one shelf."
          />
          <Bays columns={2} carcass>
            {sections.map((section) => (
              <SectionBay
                key={section.code}
                section={section.section}
                title={section.name}
                href={categoryPath(section)}
                about={section.note}
                count={section.count}
                items={(home.newest[section.code] ?? []).map((row) => ({
                  href: caseStudyPath(row),
                  label: row.title,
                }))}
              />
            ))}
          </Bays>
        </section>
        <div className="section split">
          <section aria-labelledby="figures">
            <Shelf
              id="figures"
              title="Results in figures"
              aside={<a href="/case-studies">All {home.total} case studies</a>}
            />
            <Rows lesser>
              {home.struck.map((row) => (
                <CaseStudyRowItem key={row.id} row={row} brief />
              ))}
            </Rows>
          </section>
          <HomeStories stories={stories} />
        </div>
        <HomeGaps rows={home.gaps} />
      </div>
      <HomeBand />
    </Shell>
  )
}
