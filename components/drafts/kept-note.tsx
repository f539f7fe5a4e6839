import { draftsPath } from '@/lib/drafts/paths'
import { timeOf } from '../dates'
import { Note } from '../ui/note'

/** The answer to "Save draft" where no script runs. */
export function KeptNote({ at }: { at: string }) {
  return (
    <Note kind="success" role="status" title={`Saved as a draft ${timeOf(at)}`}>
      <p>
        Only you see it. You can leave now: it waits in <a href={draftsPath}>your drafts</a>.
      </p>
    </Note>
  )
}
