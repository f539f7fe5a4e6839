import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { PersonFacts } from '@/components/people/person-facts'
import { Label, Labels } from '@/components/ui/label'
import { Rows } from '@/components/ui/rows'
import { findListedPerson } from '@/lib/people/directory'
import { peoplePath } from '@/lib/people/paths'
import { listWritten, type WrittenStory } from '@/lib/people/written'
import { storyPath } from '@/lib/stories/paths'
import { personPath } from '@/lib/users/paths'

type Props = { params: Promise<{ handle: string }> }

const findPerson = cache(findListedPerson)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const person = await findPerson((await params).handle)
  if (!person) return {}
  const description = [person.jobTitle, person.organisation].filter(Boolean).join(', ')
  return pageMetadata({ title: person.name, description, path: personPath(person), hidden: true })
}

export default async function PersonPage({ params }: Props) {
  const person = await findPerson((await params).handle)
  if (!person) notFound()
  const { caseStudies, stories } = await listWritten(person.actorId)
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: peoplePath, label: 'People' },
  ]
  return (
    <Shell current="people" crumbs={crumbs}>
      {person.demonstration ? (
        <Labels hang>
          <Label>Demonstration account</Label>
        </Labels>
      ) : null}
      <div className="pagehead">
        <h1>{person.name}</h1>
        <p className="lead">{[person.jobTitle, person.organisation].filter(Boolean).join(', ')}</p>
      </div>
      <div className="mt-8">
        <PersonFacts person={person} />
      </div>
      <ShelfSection id="written" title="What they wrote here">
        {caseStudies.length > 0 ? (
          <Rows>
            {caseStudies.map((row) => (
              <CaseStudyRowItem key={row.id} row={row} />
            ))}
          </Rows>
        ) : (
          <p>No case studies yet.</p>
        )}
        <Stories stories={stories} />
      </ShelfSection>
    </Shell>
  )
}

function Stories({ stories }: { stories: WrittenStory[] }) {
  if (stories.length === 0) return null
  return (
    <>
      <h3 className="mt-8">Change stories</h3>
      <ul className="res plain ui">
        {stories.map((story) => (
          <li key={story.id}>
            <div>
              <a href={storyPath(story)}>{story.title}</a>
              <span className="meta">{story.organisation}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
