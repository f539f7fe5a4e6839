'use client'

import type { AskedTemplates } from '@/lib/case-studies/template'
import type { Place } from '@/lib/templates/vocabulary'
import { PageForm, type PageFormProps } from '../revisions/page-form'
import { OwnFields } from '../templates/own-fields'
import { TemplateNote } from '../templates/template-note'
import { FormAbout, FormBasics } from './form-about'
import { FormContact } from './form-end'
import { FormLabels, type TickHeading } from './form-labels'
import { FormLegal } from './form-legal'
import { FormParts } from './form-parts'
import { FormPractice } from './form-practice'
import { FormResources, FormResults } from './form-results'
import { OnePart } from './one-part'
import type { SectionName } from './section-names'

type Props = PageFormProps & {
  headings: TickHeading[]
  addressKept: boolean
  /** What the template asks beside the parts that are built in. */
  template: AskedTemplates
  /** The one part that is in front; without it, the whole template is. */
  section?: SectionName
}

/** The whole template on one page. It works without scripts; with them the prose fields get buttons. */
export function EditorForm({ headings, addressKept, template, section, ...common }: Props) {
  return (
    <PageForm {...common}>
      {(form) => {
        const isNewest = form.text('template') === String(template.current.version)
        const asked = isNewest ? template.current : template.written
        const own = (place: Place) => <OwnFields form={form} fields={asked.fields} place={place} />
        const ownBlock = (place: Place) =>
          asked.fields.some(({ after }) => after === place) ? (
            <div className="formgrid one own-fields">{own(place)}</div>
          ) : null
        const { basics, ...blocks } = {
          basics: (
            <>
              <FormBasics form={form} />
              {ownBlock('summary')}
            </>
          ),
          results: (
            <>
              <FormResults form={form} />
              {ownBlock('results')}
            </>
          ),
          legal: (
            <>
              <FormLegal form={form} />
              {ownBlock('legal')}
            </>
          ),
          labels: (
            <>
              <FormLabels form={form} headings={headings} />
              <FormPractice form={form} />
            </>
          ),
          resources: <FormResources form={form} />,
          about: <FormAbout form={form} />,
          contact: (
            <>
              <FormContact form={form} addressKept={addressKept} />
              {ownBlock('end')}
            </>
          ),
        }
        const prose = <FormParts form={form} without={section} own={own} />
        if (section)
          return (
            <>
              <TemplateNote asked={asked} current={template.current} />
              <OnePart form={form} section={section} blocks={{ basics, ...blocks }} prose={prose} />
            </>
          )
        return (
          <>
            {/* The request on the wanted list that it answers. */}
            <input type="hidden" name="answers" defaultValue={form.text('answers')} />
            <TemplateNote asked={asked} current={template.current} />
            {basics}
            {prose}
            {blocks.results}
            {blocks.legal}
            {blocks.labels}
            {blocks.resources}
            {blocks.about}
            {blocks.contact}
          </>
        )
      }}
    </PageForm>
  )
}
