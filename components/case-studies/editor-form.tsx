'use client'

import { PageForm, type PageFormProps } from '../revisions/page-form'
import { FormAbout, FormBasics } from './form-about'
import { FormContact } from './form-end'
import { FormLabels, type TickHeading } from './form-labels'
import { FormLegal } from './form-legal'
import { FormParts } from './form-parts'
import { FormResources, FormResults } from './form-results'
import { OnePart } from './one-part'
import type { SectionName } from './section-names'

type Props = PageFormProps & {
  headings: TickHeading[]
  addressKept: boolean
  /** The one part that is in front; without it, the whole template is. */
  section?: SectionName
}

/** The whole template on one page. It works without scripts; with them the prose fields get buttons. */
export function EditorForm({ headings, addressKept, section, ...common }: Props) {
  return (
    <PageForm {...common}>
      {(form) => {
        const { basics, ...blocks } = {
          basics: <FormBasics form={form} />,
          results: <FormResults form={form} />,
          legal: <FormLegal form={form} />,
          labels: <FormLabels form={form} headings={headings} />,
          resources: <FormResources form={form} />,
          about: <FormAbout form={form} />,
          contact: <FormContact form={form} addressKept={addressKept} />,
        }
        const prose = <FormParts form={form} without={section} />
        if (section)
          return <OnePart form={form} section={section} blocks={{ basics, ...blocks }} prose={prose} />
        return (
          <>
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
