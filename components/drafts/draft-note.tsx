import { draftsPath } from '@/lib/drafts/paths'
import { momentOf } from '../dates'
import { Note } from '../ui/note'
import { DiscardForm } from './discard-form'

type Props = {
  draft: { id: number; savedAt: string } | null
  moved: { number: number; by: string } | null
  /** Compares the version that the draft was begun on with the published one. */
  compareHref?: string
  back: string
  isNew: boolean
  begun: number
  discard: (form: FormData) => Promise<void>
}

/** Above a form: that it holds an unfinished text, and whether the page has moved on meanwhile. */
export function DraftNote({ draft, moved, compareHref, back, isNew, begun, discard }: Props) {
  if (!draft) return begun > 0 ? <Begun count={begun} /> : null
  return (
    <Note kind={moved ? 'warning' : 'info'} title={`You have a draft from ${momentOf(draft.savedAt)}`}>
      <p>
        It stands in the form below. It is not published, and only you see it.{' '}
        {moved ? (
          <>
            Version {moved.number} was published by {moved.by} since you began. Saving will merge your changes
            with it. <a href={compareHref}>What changed since</a>
          </>
        ) : null}
      </p>
      <div className="buttons">
        <DiscardForm
          draft={draft.id}
          action={discard}
          words={isNew ? 'Discard this draft' : 'Start again from the published page'}
          back={isNew ? undefined : back}
        />
      </div>
    </Note>
  )
}

function Begun({ count }: { count: number }) {
  return (
    <Note kind="info">
      <p>
        You have begun {count === 1 ? 'another page' : `${count} other pages`} and not published{' '}
        {count === 1 ? 'it' : 'them'} yet: <a href={draftsPath}>go on with a draft</a>, or start a new page
        below.
      </p>
    </Note>
  )
}
