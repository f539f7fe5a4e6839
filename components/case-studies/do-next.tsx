import { caseStudyPath, contactPath, editPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { Bay, Bays } from '../ui/bays'
import { Shelf } from '../ui/shelf'
import { FavouriteForm } from './favourite-form'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  area: { code: string; name: string } | null
}

/** Each case study ends with what to do about it. */
export function DoNext({ page, content, area }: Props) {
  const documents = content.resources.filter(({ kind }) => kind === 'primary').length
  return (
    <section className="section" aria-labelledby="do-next">
      <Shelf id="do-next" title="Do this next" />
      <Bays columns={3}>
        <Bay>
          <h3>Keep it for your next contract</h3>
          <p>Favourites are a private list in your account.</p>
          <FavouriteForm id={page.id} title={content.title} back={caseStudyPath(page)} />
        </Bay>
        <Bay>
          <h3>Reuse what they wrote</h3>
          <p>{reuseWords(documents)}</p>
          <p>
            <a href="#resources">{documents > 0 ? 'Go to the documents' : 'See the links there are'}</a>
          </p>
        </Bay>
        <Bay>
          <h3>Ask, or add what you know</h3>
          <p>
            {content.contact
              ? 'There is someone to ask about this case.'
              : 'Nobody has offered to answer questions on this one yet.'}
          </p>
          <p>
            {content.contact ? (
              <a href={contactPath(page)}>Write to the contact</a>
            ) : (
              <PeopleLink area={area} />
            )}
            {' · '}
            <a href={editPath(page)}>Add what you know</a>
          </p>
        </Bay>
      </Bays>
    </section>
  )
}

function PeopleLink({ area }: { area: Props['area'] }) {
  if (!area) return <a href="/people">Find people who can help</a>
  return <a href={`/people?category=${area.code}`}>People who can help with {area.name.toLowerCase()}</a>
}

function reuseWords(documents: number): string {
  if (documents === 0) return 'No contract, clause or specification is attached yet.'
  return documents === 1
    ? 'One primary document is linked. Check the law before you copy it.'
    : `${documents} primary documents are linked. Check the law before you copy them.`
}
