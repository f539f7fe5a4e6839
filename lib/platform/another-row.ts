import 'server-only'
import { type FormState, type FormValue, type FormValues, sameForm, valuesOf } from './form'

/** When "Add another …" was pressed: the form as typed, with one empty row more. Otherwise null. */
export function withAnotherRow(form: FormData): FormState | null {
  const name = /^more:([a-zA-Z.]{1,60})$/.exec(String(form.get('intent') ?? ''))?.[1]
  if (!name) return null
  const values = valuesOf(form)
  const path = name.split('.')
  const last = path.pop() as string
  let at: FormValues = values
  for (const step of path) {
    const next: FormValue | undefined = at[step]
    if (typeof next !== 'object' || Array.isArray(next)) return sameForm(values)
    at = next
  }
  const rows = at[last]
  at[last] = [...(Array.isArray(rows) ? rows : []), {}]
  return sameForm(values)
}
