import { continuePath } from '@/lib/drafts/paths'
import type { DraftRow } from '@/lib/drafts/queries'
import { momentOf } from '../dates'
import { Button, ButtonLink } from '../ui/button'
import { DiscardForm } from './discard-form'

type Action = (form: FormData) => Promise<void>

/** One draft of one's own: what it is of, when it was kept, and whether its page has moved on. */
export function OpenDraft({ row, discard }: { row: DraftRow; discard: Action }) {
  const title = titleOf(row)
  return (
    <li>
      <div className="draftrow">
        <div>
          <h3 className="row-title">
            {row.page?.live === false ? title : <a href={continuePath(row)}>{title}</a>}
          </h3>
          <Facts row={row} />
          <Standing row={row} />
        </div>
        <div className="buttons ui">
          {row.page?.live === false ? null : (
            <ButtonLink href={continuePath(row)} small>
              Continue<span className="vh"> {title}</span>
            </ButtonLink>
          )}
          <DiscardForm draft={row.id} words="Discard" of={title} action={discard} />
        </div>
      </div>
    </li>
  )
}

export function DiscardedDraft({ row, undo }: { row: DraftRow; undo: Action }) {
  const title = titleOf(row)
  return (
    <li>
      <div className="draftrow">
        <div>
          <h3 className="row-title">{title}</h3>
          <Facts row={row} />
        </div>
        <form action={undo} className="buttons ui">
          <input type="hidden" name="draft" value={row.id} />
          <Button kind="second" small>
            Undo<span className="vh"> discarding {title}</span>
          </Button>
        </form>
      </div>
    </li>
  )
}

function Facts({ row }: { row: DraftRow }) {
  const noun = row.kind === 'story' ? 'change story' : 'case study'
  return (
    <p className="facts ui">
      <span>{row.page ? `Changes to a ${noun}` : `New ${noun}`}</span>
      <span>
        Saved <time dateTime={row.savedAt}>{momentOf(row.savedAt)}</time>
      </span>
      {row.pieces > 0 ? (
        <span>{row.pieces === 1 ? '1 piece' : `${row.pieces} pieces`} without a place yet</span>
      ) : null}
    </p>
  )
}

function Standing({ row }: { row: DraftRow }) {
  if (row.page?.live === false)
    return (
      <p className="small">
        This page has been withdrawn or merged into another. The draft can be opened again once the page is
        back.
      </p>
    )
  return row.moved ? (
    <p className="small">The page has moved on since you began. Saving will merge your changes with it.</p>
  ) : null
}

function titleOf({ title, kind }: DraftRow): string {
  return title.trim() || (kind === 'story' ? 'Untitled change story' : 'Untitled case study')
}
