import { editPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { Bay, Bays } from '../ui/bays'
import { ButtonLink } from '../ui/button-link'
import { OpenCupboard } from '../ui/open-cupboard'
import { Route } from '../ui/route'
import { SearchBox } from '../ui/search-box'
import { Shelf } from '../ui/shelf'

/** The first question answered: what is here, and where do I start? */
export function HomeHero({ caseStudies, stories }: { caseStudies: number; stories: number }) {
  return (
    <div className="hero">
      <div className="wrap">
        <div className="hero-text">
          <h1 className="display">What public bodies have done to buy sustainably, and how.</h1>
          <p className="lead">
            {caseStudies.toLocaleString('en-GB')} case studies and {stories} change stories. Every result in
            figures says where it comes from; every known gap is left open for you to fill.
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

/** One way in for each kind of reader. */
export function HomeRoutes() {
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
            Steps, clauses, documents and legal status, as far as they are on record.
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

/** Known gaps that somebody out there can fill. */
export function HomeGaps({ rows }: { rows: CaseStudyRow[] }) {
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

export function HomeBand() {
  return (
    <div className="band">
      <div className="wrap">
        <div>
          <h2>Something to put on the shelf?</h2>
          <p>
            A title, a summary, context, action, impact: start with those, and say what you do not know.{' '}
            <a href="/about#good">See what makes a good one</a>
          </p>
        </div>
        <ButtonLink href="/case-studies/new">Share a case study</ButtonLink>
      </div>
    </div>
  )
}
