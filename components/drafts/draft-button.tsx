'use client'

import { Button } from '../ui/button'
import type { Autosave } from './autosave'

/** Keeps what is typed so far. With scripts it happens by itself, and at once when this is pressed. */
export function DraftButton({ autosave }: { autosave: Autosave }) {
  return (
    <Button
      kind="second"
      name="intent"
      value="draft"
      formNoValidate
      onClick={(event) => {
        event.preventDefault()
        autosave.saveNow()
      }}
    >
      Save draft
    </Button>
  )
}
