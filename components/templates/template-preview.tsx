'use client'

import type { AskedField } from '@/lib/templates/asked'
import { PLACES, type Place } from '@/lib/templates/vocabulary'
import { type FormAction, useForm } from '../forms/use-form'
import { OwnFields } from './own-fields'

type Props = { action: FormAction; fields: AskedField[] }

/** The form as writers will meet it: the built-in parts by name, the template's own fields to be tried out. */
export function TemplatePreview({ action, fields }: Props) {
  const form = useForm(action, {})
  const places = Object.entries(PLACES) as [Place, string][]
  return (
    <form action={form.formAction} noValidate className="editform">
      <div key={form.stamp}>
        {places.map(([place, name]) => (
          <section key={place} className="template-place" aria-labelledby={`form-${place}`}>
            <h3 id={`form-${place}`}>{place === 'end' ? 'At the end' : name}</h3>
            {place === 'end' ? null : <p className="small quiet">This part is built in.</p>}
            <div className="formgrid one own-fields">
              <OwnFields form={form} fields={fields} place={place} />
            </div>
          </section>
        ))}
      </div>
    </form>
  )
}
