import type { FormState } from '@/lib/platform/form'
import { ErrorSummary } from '../ui/error-summary'
import { Note } from '../ui/note'

type Problem = { href: string; message: string }

/** What stands above a form that was sent back: the errors, or why it was refused. */
export function FormProblems({ state, problems }: { state: FormState; problems: Problem[] }) {
  if (state.status === 'refused' && problems.length === 0)
    return (
      <Note kind="error" title="There is a problem" role="alert">
        <p>{state.message}</p>
      </Note>
    )
  return problems.length > 0 ? <ErrorSummary errors={problems} /> : null
}
