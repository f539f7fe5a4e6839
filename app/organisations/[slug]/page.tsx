import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { WatchForm } from '@/components/following/watch-form'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Dissolved, OrganisationFacts } from '@/components/organisations/facts'
import { RecentLink } from '@/components/revisions/recent-link'
import { Row, Rows } from '@/components/ui/rows'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { listOfOrganisation } from '@/lib/case-studies/queries'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { organisationPath, organisationsPath } from '@/lib/organisations/paths'
import { findOrganisation, type Organisation } from '@/lib/organisations/queries'
import { peopleSearchPath } from '@/lib/people/paths'
import { idOf } from '@/lib/platform/slug'
import { feedPath } from '@/lib/revisions/paths'
import { storyPath } from '@/lib/stories/paths'
import { listStories, type StoryRow } from '@/lib/stories/queries'

type Props = { params: Promise<{ slug: string }> }

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organisation = await find((await params).slug)
  if (!organisation) return {}
  const { name } = organisation
  const description = `What ${name} has done to buy sustainably: its case studies and change stories.`
  const feed = feedPath({ organisation: organisation.id })
  return pageMetadata({ title: name, description, path: organisationPath(organisation), feed })
}

export default async function OrganisationPage({ params }: Props) {
  const { slug } = await params
  const organisation = await find(slug)
  if (!organisation) notFound()
  if (slug !== `${organisation.id}-${organisation.slug}`) permanentRedirect(organisationPath(organisation))

  const { id, name } = organisation
  const [rows, stories] = await Promise.all([listOfOrganisation(id), listStories()])
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: organisationsPath, label: 'Organisations' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>{name}</h1>
        <div className="buttons ui mt-4">
          <WatchForm
            kind="organisation"
            value={String(id)}
            name={name}
            back={organisationPath(organisation)}
          />
        </div>
      </div>
      <Dissolved organisation={organisation} />
      <div className="mt-8">
        <OrganisationFacts organisation={organisation} />
      </div>
      <CaseStudies rows={rows} name={name} />
      <Stories stories={stories.filter((story) => story.organisation === name)} />
      <ShelfSection id="people" title="People">
        <p>
          <a href={peopleSearchPath({ organisation: name })}>People at {name} who chose to be found</a>
        </p>
      </ShelfSection>
      <RecentLink scope={{ organisation: id }} name={name} />
    </Shell>
  )
}

async function find(slug: string): Promise<Organisation | null> {
  const id = idOf(slug)
  return id ? findOrganisation(id) : null
}

function CaseStudies({ rows, name }: { rows: CaseStudyRow[]; name: string }) {
  return (
    <ShelfSection
      id="case-studies"
      title={rows.length === 1 ? '1 case study' : `${rows.length} case studies`}
    >
      {rows.length > 0 ? (
        <Rows>
          {rows.map((row) => (
            <CaseStudyRowItem key={row.id} row={row} />
          ))}
        </Rows>
      ) : (
        <p>
          Nothing from {name} yet. Do you know something? <a href={newCaseStudyPath}>Share a case study</a>
        </p>
      )}
    </ShelfSection>
  )
}

function Stories({ stories }: { stories: StoryRow[] }) {
  if (stories.length === 0) return null
  return (
    <ShelfSection id="stories" title={stories.length === 1 ? 'Change story' : 'Change stories'}>
      <Rows>
        {stories.map((story) => (
          <Row
            key={story.id}
            href={storyPath(story)}
            title={story.title}
            meta={story.period}
            summary={story.summary}
          />
        ))}
      </Rows>
    </ShelfSection>
  )
}
