import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { HomeStories } from '@/components/browse/home-stories'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { Shell } from '@/components/layout/shell'
import { Bay, Bays } from '@/components/ui/bays'
import { ButtonLink } from '@/components/ui/button-link'
import { OpenCupboard } from '@/components/ui/open-cupboard'
import { Route } from '@/components/ui/route'
import { Rows } from '@/components/ui/rows'
import { SearchBox } from '@/components/ui/search-box'
import { SectionBay } from '@/components/ui/section-bay'
import { Shelf } from '@/components/ui/shelf'
import { caseStudyPath, editPath } from '@/lib/case-studies/paths'
import { findHomeContent } from '@/lib/case-studies/queries'
import { listStories } from '@/lib/stories/queries'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'

export const metadata: Metadata = {
  ...pageMetadata({
    title: 'What public bodies have done to buy sustainably, and how',
    description:
      'Case studies from UK public bodies: what was bought, how exactly it was done, whether it was lawful, and whom to ask.',
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
      <Hero caseStudies={home.total} stories={stories.length} />
      <div className="wrap ui">
        <Routes />
        <section className="section" aria-labelledby="shelves">
          <Shelf
            id="shelves"
            title="What is in the Cupboard"
            cornice
            aside="One jar for each case study. Many stand on more than one shelf."
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
        <Gaps rows={home.gaps} />
      </div>
      <Band />
    </Shell>
  )
}

function Hero({ caseStudies, stories }: { caseStudies: number; stories: number }) {
  return (
    <div className="hero">
      <div className="wrap">
        <div className="hero-text">
          <h1 className="display">What public bodies have done to buy sustainably, and how.</h1>
          <p className="lead">
            {caseStudies.toLocaleString('en-GB')} case studies and {stories} change stories, drawn from public
            sources. Every figure says who measured it; every gap is left open for you to fill.
          </p>
          <SearchBox
            id="home-search"
            label="Search case studies, stories and organisations"
            action="/search"
            big
          />
          <p className="try ui">
            Try: <a href="/search?q=whole+life+cost">whole life cost</a> ·{' '}
            <a href="/search?q=school+meals">school meals</a> ·{' '}
            <a href="/search?q=small+local+firms">small and local firms</a>
          </p>
        </div>
        <div className="hero-art">
          <OpenCupboard />
        </div>
      </div>
    </div>
  )
}

function Routes() {
  return (
    <section className="section" aria-labelledby="want">
      <Shelf id="want" title="I want to" />
      <Bays columns={2}>
        <Bay>
          <Route
            icon="impact"
            title="Show that it pays"
            href="/for/leaders"
            forWhom="Chief executives and councillors"
          >
            Change stories, results in figures, and how far each can be trusted.
          </Route>
        </Bay>
        <Bay>
          <Route
            icon="contracts"
            title="Do it on my next contract"
            href="/for/practitioners"
            forWhom="Procurement officers"
          >
            Steps, clauses, documents and legal status from people who did it.
          </Route>
        </Bay>
        <Bay>
          <Route
            icon="internal"
            title="Buy for a service"
            href="/for/service-managers"
            forWhom="Service managers: food, housing, care, roads"
          >
            Start from what you buy, in plain words.
          </Route>
        </Bay>
        <Bay>
          <Route
            icon="steps"
            title="Set the direction"
            href="/for/strategy"
            forWhom="Heads of procurement and strategy"
          >
            Policies, plans and the evidence behind them.
          </Route>
        </Bay>
      </Bays>
    </section>
  )
}

function Gaps({ rows }: { rows: Awaited<ReturnType<typeof findHomeContent>>['gaps'] }) {
  if (rows.length === 0) return null
  return (
    <section className="section" aria-labelledby="gaps">
      <Shelf id="gaps" title="Can you complete this?" />
      <ul className="asks">
        {rows.map((row) => (
          <li key={row.id}>
            <h3>{row.firstGap}</h3>
            <p>{row.title}</p>
            <p>
              <a href={`${editPath(row)}#gaps`}>
                Answer<span className="vh">: {row.firstGap}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Band() {
  return (
    <div className="band">
      <div className="wrap">
        <div>
          <h2>Something to put on the shelf?</h2>
          <p>
            A title, a summary, context, action, impact. It takes about ten minutes to start, and you can
            leave gaps. <a href="/about#good">See what makes a good one</a>
          </p>
        </div>
        <ButtonLink href="/case-studies/new">Share a case study</ButtonLink>
      </div>
    </div>
  )
}
