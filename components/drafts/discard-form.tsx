'use client'

import { Button } from '../ui/button'
import { DISCARDED } from './use-draft'

type Props = {
  draft: number
  words: string
  /** Tells this button from the same one beside another draft. */
  of?: string
  /** Where to go afterwards; without it, the list of drafts. */
  back?: string
  action: (form: FormData) => Promise<void>
}

export function DiscardForm({ draft, words, of, back, action }: Props) {
  return (
    <form action={action} onSubmit={() => document.dispatchEvent(new Event(DISCARDED))}>
      <input type="hidden" name="draft" value={draft} />
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <Button kind="second" small>
        {words}
        {of ? <span className="vh"> {of}</span> : null}
      </Button>
    </form>
  )
}
