import type { FormState } from '@/lib/platform/form'
import type { Comparison } from '@/lib/revisions/compare'
import { Note } from '../ui/note'
import { Shelf } from '../ui/shelf'
import { ComparisonView } from './comparison'

export type Clash = { number: number; author: string; note: string; comparison: Comparison }
export type EditState = FormState & { clash?: Clash }

/** Both texts: what is published now, and what this save would make of it. Nothing has been overwritten. */
export function ClashNote({ clash }: { clash: Clash }) {
  return (
    <>
      <Note kind="error" title="Somebody saved this page while you were editing" role="alert" id="clash">
        <p>
          Nothing of yours is lost and nothing of theirs is overwritten. Version {clash.number} is by{' '}
          {clash.author}: “{clash.note}”. Below is what saving your text now would change in it. Put their
          changes into your text where you want to keep them, then save again.
        </p>
      </Note>
      <section aria-labelledby="clash-view">
        <Shelf id="clash-view" title="Their version, and what yours would change in it" />
        <ComparisonView comparison={clash.comparison} />
      </section>
    </>
  )
}
