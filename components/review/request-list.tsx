import type { ReviewRequestView } from '@/lib/review/requests'
import { dayOf, partialDateOf } from '../dates'
import type { FormAction } from '../forms/use-form'
import { ButtonLink } from '../ui/button-link'
import { RequestCloseForm } from './request-close-form'
import { peopleNamed } from './request-words'

type Props = { requests: ReviewRequestView[]; askHref: string; close: FormAction }

/** Who was asked to look at a page, by when, and what they answered. */
export function RequestList({ requests, askHref, close }: Props) {
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews">Reviews</h2>
      {requests.length === 0 ? <p>Nobody has been asked to look at this page.</p> : null}
      <ul className="requests">
        {requests.map((request) => (
          <li key={request.id}>
            <Request request={request} close={close} />
          </li>
        ))}
      </ul>
      <div className="buttons">
        <ButtonLink href={askHref} kind="second" small>
          Ask somebody to look at it
        </ButtonLink>
      </div>
    </section>
  )
}

const STATES = {
  open: { word: 'In review until', look: 'status open' },
  past: { word: 'Was due', look: 'status refused' },
  closed: { word: 'Closed. It was due', look: 'status' },
}

function Request({ request, close }: { request: ReviewRequestView; close: FormAction }) {
  const { id, state, dueOn, askedBy, people, note, mayClose } = request
  const { word, look } = STATES[state]
  return (
    <>
      <p>
        <span className={look}>
          {word} <time dateTime={dueOn}>{partialDateOf(dueOn)}</time>
        </span>
        , asked for by {askedBy ?? 'a colleague'}
      </p>
      <ul>
        {people.map(({ name, answer, answeredAt }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a colleague without a name has no other identity
          <li key={position}>
            {peopleNamed([name])}: {wordsOf(answer)}
            {answeredAt ? `, ${dayOf(answeredAt)}` : ''}
          </li>
        ))}
      </ul>
      {note ? <p className="whitespace-pre-line">“{note}”</p> : null}
      {mayClose ? <RequestCloseForm action={close} request={id} /> : null}
    </>
  )
}

function wordsOf(answer: string): string {
  if (answer === 'right') return 'it looks right'
  return answer === 'comments' ? 'has comments' : 'has not answered'
}
