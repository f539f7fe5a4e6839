import type { Gathered, GatheredDocument } from '@/lib/case-studies/gathered'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { RESOURCE_KINDS } from '@/lib/case-studies/vocabulary'
import { organisationPath } from '@/lib/organisations/paths'
import type { ListedPerson } from '@/lib/people/directory'
import { storyPath } from '@/lib/stories/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { counted } from '../case-studies/words'
import { partialDateOf } from '../dates'
import { ShelfSection } from '../layout/shelf-section'
import { PersonItem } from '../people/person-item'
import { Icon } from '../ui/icon'
import { Rows } from '../ui/rows'

const peopleShown = 5

type Props = { heading: { code: string; name: string }; gathered: Gathered; people: ListedPerson[] }

/** What else there is on a heading: documents, people, methods, buying organisations and change stories. */
export function GatheredParts({ heading, gathered, people }: Props) {
  return (
    <>
      <Documents gathered={gathered} />
      <People heading={heading} people={people} />
      <Methods code={heading.code} methods={gathered.methods} />
      <Buyers buyers={gathered.buyers} />
      <Stories stories={gathered.stories} />
    </>
  )
}

/** What stands further down the page, for those who came for it. */
export function AlsoHere({ gathered, people }: Omit<Props, 'heading'>) {
  const { documentCount, methods, buyers, stories } = gathered
  const parts = [
    { id: 'documents', words: counted(documentCount, 'document'), count: documentCount },
    {
      id: 'people',
      words: people.length === 1 ? '1 person who can help' : `${people.length} people who can help`,
      count: people.length,
    },
    { id: 'methods', words: 'Tools and methods', count: methods.length },
    { id: 'buyers', words: 'Buying organisations', count: buyers.length },
    { id: 'stories', words: counted(stories.length, 'change story'), count: stories.length },
    { id: 'heading', words: 'About this heading', count: 1 },
  ]
  return (
    <nav className="alsohere ui" aria-label="Also on this page">
      <ul>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ id, words }) => (
            <li key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Documents({ gathered: { documents, documentCount } }: { gathered: Gathered }) {
  if (documents.length === 0) return null
  const title = documentCount === 1 ? '1 document' : `${documentCount.toLocaleString('en-GB')} documents`
  return (
    <ShelfSection id="documents" title={title}>
      <div className="res">
        {(['primary', 'evaluation'] as const).map((kind) => (
          <DocumentGroup key={kind} kind={kind} documents={documents.filter((it) => it.kind === kind)} />
        ))}
      </div>
      {documentCount > documents.length ? (
        <p className="small quiet mt-3">
          These are the first {documents.length}. The case studies list their own, with their law and licence.
        </p>
      ) : null}
    </ShelfSection>
  )
}

type GroupProps = { kind: GatheredDocument['kind']; documents: GatheredDocument[] }

function DocumentGroup({ kind, documents }: GroupProps) {
  if (documents.length === 0) return null
  return (
    <>
      <h3>{RESOURCE_KINDS[kind]}</h3>
      <ul>
        {documents.map(({ url, title, publisher, date, caseStudy }) => (
          <li key={url}>
            <Icon name="page" />
            <div>
              <a href={url} rel="nofollow">
                {title}
              </a>
              <br />
              <span className="meta">
                {[publisher, partialDateOf(date)].filter(Boolean).join(', ')}
                {publisher || date ? '. ' : ''}From <a href={caseStudyPath(caseStudy)}>{caseStudy.title}</a>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function People({ heading: { code, name }, people }: Omit<Props, 'gathered'>) {
  const all = `/people?category=${code}`
  return (
    <ShelfSection id="people" title="People who can help">
      {people.length === 0 ? (
        <p>
          Nobody has offered to help with {name} yet.{' '}
          <a href="/account/settings#listed">Offer to be found for this</a>
        </p>
      ) : (
        <Rows unordered>
          {people.slice(0, peopleShown).map((person) => (
            <PersonItem key={person.handle} person={person} />
          ))}
        </Rows>
      )}
      {people.length > peopleShown ? (
        <p className="mt-4">
          <a href={all}>All {people.length} people</a>
        </p>
      ) : null}
    </ShelfSection>
  )
}

function Methods({ code, methods }: { code: string; methods: Gathered['methods'] }) {
  if (methods.length === 0) return null
  return (
    <ShelfSection id="methods" title="Tools and methods used here" aside={<a href="/tools">All tools</a>}>
      <ul className="gathered">
        {methods.map((method) => (
          <li key={method.code}>
            <a href={categoryPath(method)}>{method.name}</a>,{' '}
            <a href={`/case-studies?category=${code}&category=${method.code}`}>
              in {counted(method.count, 'case study')}
              <span className="vh"> with {method.name}</span>
            </a>
          </li>
        ))}
      </ul>
    </ShelfSection>
  )
}

function Buyers({ buyers }: { buyers: Gathered['buyers'] }) {
  if (buyers.length === 0) return null
  return (
    <ShelfSection id="buyers" title="Buying organisations">
      <ul className="gathered">
        {buyers.map((buyer) => (
          <li key={buyer.id}>
            <a href={organisationPath(buyer)}>{buyer.name}</a>, {counted(buyer.count, 'case study')}
          </li>
        ))}
      </ul>
    </ShelfSection>
  )
}

function Stories({ stories }: { stories: Gathered['stories'] }) {
  if (stories.length === 0) return null
  return (
    <ShelfSection id="stories" title="Change stories" aside={<a href="/stories">All stories</a>}>
      <ul className="gathered">
        {stories.map((story) => (
          <li key={story.id}>
            <a href={storyPath(story)}>{story.title}</a>
            {[story.organisation, story.period].filter(Boolean).length > 0
              ? `, ${[story.organisation, story.period].filter(Boolean).join(', ')}`
              : ''}
          </li>
        ))}
      </ul>
    </ShelfSection>
  )
}
