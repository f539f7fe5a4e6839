import { pagePath } from '@/lib/pages/paths'
import type { AskedReview } from '@/lib/review/requests'
import { partialDateOf } from '../dates'
import type { FormAction } from '../forms/use-form'
import { RequestAnswerForm } from './request-answer-form'

/** What somebody has been asked to look at, the most urgent first. */
export function AskedToReview({ rows, answer }: { rows: AskedReview[]; answer: FormAction }) {
  return (
    <ul className="asked">
      {rows.map(({ id, page, askedBy, dueOn, past, note }) => (
        <li key={id}>
          <h3>
            <a href={pagePath(page)}>{page.title}</a>
          </h3>
          <p className="ui">
            {askedBy} asks you to look at it by{' '}
            <span className={past ? 'status refused' : 'status open'}>
              <time dateTime={dueOn}>{partialDateOf(dueOn)}</time>
              {past ? ', which has passed' : ''}
            </span>
          </p>
          {note ? <p className="whitespace-pre-line">“{note}”</p> : null}
          <RequestAnswerForm action={answer} request={id} title={page.title} />
        </li>
      ))}
    </ul>
  )
}
