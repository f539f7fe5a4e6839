import { Button } from '../ui/button'
import { ErrorSummary } from '../ui/error-summary'
import { TextField } from '../ui/text-field'

type Props = { noun: string; asked: string; error?: string }

/** Asks for the page to merge into; nothing is changed before both titles have been seen side by side. */
export function FindTarget({ noun, asked, error }: Props) {
  return (
    <form method="get" noValidate>
      {error ? <ErrorSummary errors={[{ href: '#into', message: error }]} /> : null}
      <div className="fields">
        <TextField
          name="into"
          label={`The other ${noun}`}
          hint="Its number, or its web address from the address bar."
          value={asked}
          error={error}
          width="half"
          required
        />
      </div>
      <div className="buttons mt-6">
        <Button kind="second">Show both before merging</Button>
      </div>
    </form>
  )
}
