import { compareSincePath, type Discussed, threadPath } from '@/lib/discussions/paths'
import type { ThreadView } from '@/lib/discussions/queries'
import { momentOf } from '../dates'
import { Icon } from '../ui/icon'
import { CommentForm } from './comment-form'
import { AuthorName, CommentItem } from './comment-item'
import { SettleForm } from './settle-form'
import type { TalkActions, TalkRights } from './talk'
import { counted, fieldName } from './words'

type Props = {
  page: Discussed & { number: number }
  thread: ThreadView
  actions: TalkActions
  may: TalkRights
}

/** A thread with the comments that are at hand, and the way to the rest. */
export function ThreadItem({ page, thread, actions, may }: Props) {
  const { id, title, comments, commentCount, resolved } = thread
  const [first, ...rest] = comments
  const hidden = commentCount - comments.length
  const place = { page, thread: id }
  return (
    <article className="thread" aria-labelledby={`thread-${id}`}>
      <h3 id={`thread-${id}`}>
        <a href={threadPath(page, id)}>{title}</a>
      </h3>
      <p className="thread-facts ui">
        <span className="about">{fieldName(thread.field)}</span>
        <span>{counted(commentCount, 'comment')}</span>
        {resolved ? <Resolved resolved={resolved} /> : null}
      </p>
      <Since page={page} thread={thread} />
      <ol className="comments">
        {first ? <CommentItem comment={first} place={place} actions={actions} may={may} /> : null}
        {hidden > 0 ? (
          <li className="hidden-comments ui">
            <a href={threadPath(page, id)}>
              {hidden === 1 ? 'One more comment' : `${hidden} more comments`}
              <span className="vh"> in {title}</span>
            </a>
          </li>
        ) : null}
        {rest.map((comment) => (
          <CommentItem key={comment.id} comment={comment} place={place} actions={actions} may={may} />
        ))}
      </ol>
      <Answer thread={thread} actions={actions} />
    </article>
  )
}

function Resolved({ resolved: { by, at } }: { resolved: NonNullable<ThreadView['resolved']> }) {
  return (
    <span>
      <span className="status done">Resolved</span> by <AuthorName author={by} />, {momentOf(at)}
    </span>
  )
}

/** Whether the page says the same as when the thread was opened, and where to see the difference. */
function Since({ page, thread: { number, outdated, title } }: Pick<Props, 'page' | 'thread'>) {
  if (!outdated) return null
  return (
    <p className="since ui">
      <Icon name="history" />
      <span>
        <strong>The text has changed since.</strong>{' '}
        {number !== null && number < page.number ? (
          <a href={compareSincePath(page, number, page.number)}>
            Compare version {number} with now<span className="vh">: {title}</span>
          </a>
        ) : null}
      </span>
    </p>
  )
}

function Answer({ thread, actions }: Pick<Props, 'thread' | 'actions'>) {
  const { id, title, resolved, maySettle } = thread
  return (
    <div className="answer">
      {resolved ? null : (
        <CommentForm
          // A new comment empties the form, also after an answer that sent it back.
          key={thread.commentCount}
          action={actions.reply}
          id={`reply-${id}`}
          subject={{ name: 'thread', id }}
          summary={
            <>
              Reply<span className="vh"> to {title}</span>
            </>
          }
          label="Your reply"
          hint="Everyone can read it, with your name."
          button="Send the reply"
        />
      )}
      {maySettle ? (
        <SettleForm
          action={resolved ? actions.reopen : actions.resolve}
          thread={thread}
          resolved={resolved !== null}
        />
      ) : null}
    </div>
  )
}
