import type { FormComment } from '@/lib/contact/form-comments'
import { dayOf } from '../dates'

/** What members say about one field of the form, folded away. */
export function FormCommentList({ comments }: { comments: FormComment[] }) {
  if (comments.length === 0) return null
  return (
    <details className="form-comments">
      <summary>{comments.length === 1 ? '1 open comment' : `${comments.length} open comments`}</summary>
      <ul>
        {comments.map(({ id, body, by, createdAt }) => (
          <li key={id}>
            <p className="whitespace-pre-line">{body}</p>
            <p className="small quiet">
              {by}, <time dateTime={createdAt}>{dayOf(createdAt)}</time>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
