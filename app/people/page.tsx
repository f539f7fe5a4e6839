import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { Finder } from '@/components/people/finder'
import { NeedsContactList } from '@/components/people/needs-contact'
import { Nobody } from '@/components/people/nobody'
import { PersonItem } from '@/components/people/person-item'
import { ButtonLink } from '@/components/ui/button'
import { Rows } from '@/components/ui/rows'
import { Shelf } from '@/components/ui/shelf'
import { listNeedingContact } from '@/lib/case-studies/needs-contact'
import { REGIONS } from '@/lib/organisations/vocabulary'
import { type ListedPerson, listPeople, type PeopleFilter } from '@/lib/people/directory'
import { readPeopleFilter } from '@/lib/people/filter'
import { peoplePath } from '@/lib/people/paths'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import { settingsPath } from '@/lib/users/paths'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const narrowed = isNarrowed(readPeopleFilter(await searchParams))
  return pageMetadata({
    title: 'Find someone who has done it',
    description:
      'People in public bodies who chose to be found, by what they can help with, where they work and their region.',
    path: peoplePath,
    hidden: narrowed,
  })
}

export default async function PeoplePage({ searchParams }: Props) {
  const filter = readPeopleFilter(await searchParams)
  const [people, headings, needing] = await Promise.all([
    listPeople(filter),
    listHeadings(),
    listNeedingContact(),
  ])
  const category = headings.find(({ code }) => code === filter.category) ?? null
  return (
    <Shell current="people" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Find someone who has done it</h1>
        <p className="lead">People appear here only if they choose to. Their e-mail addresses stay hidden.</p>
      </div>
      <Finder
        filter={filter}
        regions={REGIONS}
        areas={headings.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Found people={people} filter={filter} category={category} />
      <div className="section split">
        <OfferToBeFound />
        <section aria-labelledby="needs-contact">
          <Shelf id="needs-contact" title="Case studies that need a contact" />
          <NeedsContactList {...needing} />
        </section>
      </div>
    </Shell>
  )
}

type FoundProps = { people: ListedPerson[]; filter: PeopleFilter; category: Heading | null }

function Found({ people, filter, category }: FoundProps) {
  const narrowed = isNarrowed(filter)
  return (
    <section className="section tight" aria-labelledby="found">
      <Shelf
        id="found"
        title={titleOf(people.length, filter, category?.name ?? '')}
        aside={narrowed ? <a href={peoplePath}>Clear and start again</a> : undefined}
      />
      {people.length > 0 ? (
        <Rows unordered>
          {people.map((person) => (
            <PersonItem key={person.handle} person={person} />
          ))}
        </Rows>
      ) : (
        <Nobody words={filter.words} category={category} narrowed={narrowed} />
      )}
    </section>
  )
}

function OfferToBeFound() {
  return (
    <section aria-labelledby="offer">
      <Shelf id="offer" title="Offer to be found" />
      <p className="measure">
        Say in your settings what you can help with and tick “List me in the people directory”. You see there
        what others will see. Nothing shows until you save, and you can withdraw at any time.
      </p>
      <p className="buttons mt-6">
        <ButtonLink href={`${settingsPath}#listed`} kind="second">
          Offer to be found
        </ButtonLink>
      </p>
    </section>
  )
}

function isNarrowed({ words, organisation, region, category }: PeopleFilter): boolean {
  return Boolean(words || organisation || region || category)
}

/** "3 people for “school food” in Scotland" */
function titleOf(count: number, { words, organisation, region }: PeopleFilter, category: string): string {
  const found = count === 0 ? 'Nobody yet' : count === 1 ? '1 person' : `${count} people`
  const parts = [
    words ? ` for “${words}”` : '',
    category ? ` on ${category}` : '',
    organisation ? ` at ${organisation}` : '',
    region ? ` in ${region}` : '',
  ]
  return `${found}${parts.join('')}`
}
