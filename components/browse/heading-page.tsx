import type { Gathered } from '@/lib/case-studies/gathered'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { nomenclaturePath } from '@/lib/nomenclature/paths'
import type { ChangeSummary, Term } from '@/lib/nomenclature/queries'
import type { ListedPerson } from '@/lib/people/directory'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { CountedHeading } from '@/lib/taxonomy/queries'
import type { WantedUnder } from '@/lib/wanted/areas'
import { askPath } from '@/lib/wanted/paths'
import { CaseStudyRowItem } from '../case-studies/case-study-row'
import { counted } from '../case-studies/words'
import { WatchForm } from '../following/watch-form'
import { statusLabel } from '../nomenclature/words'
import { RecentLink } from '../revisions/recent-link'
import { ButtonLink } from '../ui/button-link'
import { CategoryHead } from '../ui/category-head'
import { Empty } from '../ui/empty'
import { Fold } from '../ui/fold'
import { Label, Labels } from '../ui/label'
import { Panel } from '../ui/panel'
import { Rows } from '../ui/rows'
import { Shelf } from '../ui/shelf'
import { Tree } from '../ui/tree'
import { WantedHere } from '../wanted/wanted-here'
import { AboutHeading } from './about-heading'
import { AlsoHere, GatheredParts } from './gathered'

type Props = {
  heading: CountedHeading
  section: CountedHeading
  /** Headings of the same section, to go on browsing. */
  tree: CountedHeading[]
  /** Headings directly below this one. */
  below: CountedHeading[]
  rows: CaseStudyRow[]
  /** What a category gathers beside its case studies; a section does not. */
  more?: {
    gathered: Gathered
    people: ListedPerson[]
    proposals: ChangeSummary[]
    term: Term | null
    wanted: WantedUnder
  }
}

/** A section or category: what belongs here, what stands here, where to go on, and an invitation when empty. */
export function HeadingPage({ heading, section, tree, below, rows, more }: Props) {
  const isSection = heading.code === section.code
  const treeTitle = section.code === 'D' ? 'Contract areas' : section.name
  const title = isSection ? heading.name : `${section.name}: ${lowerFirst(heading.name)}`
  return (
    <>
      <CategoryHead title={title} lead={leadOf(heading)} count={heading.count} section={heading.section} />
      <Labels bare>
        <Label section={heading.section}>{counted(heading.count, 'case study')}</Label>
        {isSection ? null : <Label>{statusLabel(heading.status)}</Label>}
      </Labels>
      <div className="buttons ui mt-4">
        <WatchForm kind="category" value={heading.code} name={heading.name} back={categoryPath(heading)} />
      </div>
      {more ? <AlsoHere gathered={more.gathered} people={more.people} /> : null}
      <div className="with-side left">
        <nav className="side ui" aria-labelledby="headings">
          <Fold summary={treeTitle}>
            <h2 id="headings">{treeTitle}</h2>
            <Tree items={tree.map((entry) => treeItem(entry, heading.code))} />
            <p className="small mt-3">
              <a href={nomenclaturePath()}>All headings, and who agreed their names</a>
            </p>
          </Fold>
        </nav>
        <div>
          {below.length > 0 && !isSection ? <Below headings={below} /> : null}
          <section aria-labelledby="all">
            <Shelf
              id="all"
              title={counted(heading.count, 'case study')}
              aside={
                <a href={`/case-studies?category=${heading.code}`}>
                  Narrow these by region, law and evidence
                </a>
              }
            />
            {rows.length === 0 ? (
              <Empty title={`Nothing on ${heading.name.toLowerCase()} yet`} word={heading.name.split(' ')[0]}>
                <p>Do you know of one? A summary and one link are enough to start.</p>
                <p>
                  <a href="/case-studies/new">Share the first one</a>, or{' '}
                  <a href={askPath({ category: heading.code })}>ask whether others have one</a>.
                </p>
              </Empty>
            ) : (
              <Rows>
                {rows.map((row) => (
                  <CaseStudyRowItem key={row.id} row={row} />
                ))}
              </Rows>
            )}
            {heading.count > rows.length ? (
              <p className="mt-6">
                These are the {rows.length} with most measured results.{' '}
                <a href={`/case-studies?category=${heading.code}`}>
                  See all {heading.count.toLocaleString('en-GB')}
                </a>
              </p>
            ) : null}
          </section>
          {more ? <WantedHere wanted={more.wanted} heading={heading} /> : null}
          {rows.length > 0 ? <Invitation heading={heading} /> : null}
          {more ? <GatheredParts heading={heading} gathered={more.gathered} people={more.people} /> : null}
          {more?.term ? <AboutHeading term={more.term} proposals={more.proposals} /> : null}
          <RecentLink scope={{ category: heading.code }} name={heading.name} />
        </div>
      </div>
    </>
  )
}

function Below({ headings }: { headings: CountedHeading[] }) {
  return (
    <section aria-labelledby="below" className="mb-12">
      <Shelf id="below" title="More exactly" />
      <Tree items={headings.map((entry) => treeItem(entry, ''))} />
    </section>
  )
}

function Invitation({ heading }: { heading: CountedHeading }) {
  return (
    <div className="section tight">
      <Panel
        title="Something to add to this shelf?"
        id="add"
        end={
          <>
            <ButtonLink href="/case-studies/new" kind="second">
              Share it
            </ButtonLink>
            <ButtonLink href={`/people?category=${heading.code}`} kind="second">
              Find people who can help
            </ButtonLink>
          </>
        }
      >
        <p className="small">A summary and one link are enough to start.</p>
      </Panel>
    </div>
  )
}

function treeItem(heading: CountedHeading, current: string) {
  const { code, name, count } = heading
  return { href: categoryPath(heading), label: name, count, current: code === current }
}

function leadOf({ note, cpv, alsoCalled }: CountedHeading): string {
  const called = alsoCalled.length ? ` Also called ${alsoCalled.slice(0, 4).join(', ')}.` : ''
  const divisions = cpv.length
    ? ` In notices, look for CPV ${cpv.length === 1 ? 'division' : 'divisions'} ${listed(cpv)}.`
    : ''
  return `${note}${called}${divisions}`
}

function listed(codes: string[]): string {
  return codes.length > 1
    ? `${codes.slice(0, -1).join(', ')} and ${codes[codes.length - 1]}`
    : (codes[0] ?? '')
}

function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
