import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { FieldGroup } from '../ui/field-group'
import type { Form } from './use-form'

type Props = {
  form: Form
  name: string
  noun: string
  /** What a filled row is called while it is folded away, from its own fields. */
  titleOf: (prefix: string) => string
  /** The rows before this one stand elsewhere in the form. */
  from?: number
  children: (prefix: string, index: number) => ReactNode
}

/**
 * Rows of the same fields: those filled in are folded, one empty row stands ready. "Add another" posts the form and
 * gives it back with one row more, scripts or not.
 */
export function RepeatedRows({ form, name, noun, titleOf, from = 0, children }: Props) {
  const given = form.rows(name).length
  // A draft brings its empty row along.
  const hasEmpty = given > 0 && titleOf(`${name}.${given - 1}`) === ''
  const count = given === 0 || (form.state.status === 'idle' && !hasEmpty) ? given + 1 : given
  return (
    <div className="fields">
      {Array.from({ length: Math.max(0, count - from) }, (_, position) => {
        const index = from + position
        const prefix = `${name}.${index}`
        const title = titleOf(prefix)
        const legend = `${capital(noun)} ${index + 1}`
        const open = title === '' || form.state.errors.some(({ field }) => field.startsWith(`${prefix}.`))
        return (
          <details key={prefix} className="entry-fold" open={open}>
            <summary>
              {title ? `${legend}: ${title}` : `${legend}, empty: leave it so if there is none`}
            </summary>
            <FieldGroup className="entry" legend={<span className="vh">{legend}</span>}>
              {children(prefix, index)}
            </FieldGroup>
          </details>
        )
      })}
      <div className="buttons">
        <Button kind="second" small icon="plus" name="intent" value={`more:${name}`} formNoValidate>
          Add another {noun}
        </Button>
      </div>
    </div>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
