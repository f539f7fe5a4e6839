import { commentPath, type Discussed } from '@/lib/discussions/paths'
import type { CommentView } from '@/lib/discussions/queries'
import type { Author } from '@/lib/users/names'
import { personPath } from '@/lib/users/paths'
import { momentOf } from '../dates'
import { CommentForm } from './comment-form'
import type { TalkActions, TalkRights } from './talk'

type Props = {
  comment: CommentView
  place: { page: Discussed; thread: number }
  actions: TalkActions
  may: TalkRights
}

/** One comment with its address. The place of a removed one stays, with the reason. */
export function CommentItem({ comment, place, actions, may }: Props) {
  const { id, author, createdAt, removed } = comment
  const href = commentPath(place.page, { thread: place.thread, comment: id })
  return (
    <li className="comment" id={`comment-${id}`}>
      <p className="comment-head ui">
        <AuthorName author={author} />
        <a href={href}>
          <span className="vh">Link to this comment, written </span>
          <time dateTime={createdAt}>{momentOf(createdAt)}</time>
        </a>
      </p>
      {removed === null ? <Body html={comment.html} /> : <Removed comment={comment} reason={removed} />}
      {removed === null ? <Acts id={id} author={author} actions={actions} may={may} /> : null}
    </li>
  )
}

export function AuthorName({ author: { name, handle, demonstration } }: { author: Author }) {
  return (
    <span className="author">
      {handle ? <a href={personPath({ handle })}>{name}</a> : name}
      {demonstration ? <span className="quiet"> (demonstration account)</span> : null}
    </span>
  )
}

function Body({ html }: { html: string }) {
  // Made by lib/revisions/render.ts, which sanitises last and lets nothing touch it afterwards.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised HTML of our own renderer
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}

function Removed({ comment, reason }: { comment: CommentView; reason: string }) {
  return (
    <>
      <p className="removed">Removed by a moderator: {reason}</p>
      {comment.html ? (
        <details className="act">
          <summary>What it said: only moderators see this</summary>
          <Body html={comment.html} />
        </details>
      ) : null}
    </>
  )
}

type ActsProps = { id: number; author: Author } & Pick<Props, 'actions' | 'may'>

function Acts({ id, author, actions, may }: ActsProps) {
  return (
    <div className="acts ui">
      <CommentForm
        action={actions.report}
        id={`report-${id}`}
        subject={{ name: 'comment', id }}
        summary={
          <>
            Report<span className="vh"> the comment by {author.name}</span>
          </>
        }
        label="What is wrong with it?"
        hint="Moderators read this. The person who wrote the comment does not."
        rows={3}
        button="Tell the moderators"
        kind="second"
      />
      {may.remove ? (
        <CommentForm
          action={actions.remove}
          id={`remove-${id}`}
          subject={{ name: 'comment', id }}
          summary={
            <>
              Remove<span className="vh"> the comment by {author.name}</span>
            </>
          }
          name="reason"
          label="Why is it removed?"
          hint="Everyone reads this where the comment was."
          button="Remove the comment"
          kind="warning"
        />
      ) : null}
    </div>
  )
}
