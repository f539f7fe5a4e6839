'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Form } from '../forms/use-form'
import { Shelf } from '../ui/shelf'
import { FormGaps } from './form-end'
import { PartField } from './form-parts'
import { SECTION_NAMES, type SectionName } from './section-names'

type Props = {
  form: Form
  section: SectionName
  blocks: Partial<Record<SectionName, ReactNode>>
  prose: ReactNode
}

/** One part of the form in front, the rest folded below it: one save carries all of it. */
export function OnePart({ form, section, blocks, prose }: Props) {
  const front = useRef<HTMLDivElement>(null)
  const isFirst = form.state.status === 'idle'
  useEffect(() => {
    if (isFirst)
      front.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  }, [isFirst])
  const others = Object.entries(blocks).filter(([name]) => name !== section)
  return (
    <>
      <div ref={front}>{blocks[section] ?? <ProsePart form={form} name={section} />}</div>
      <details className="otherparts" open={form.state.errors.length > 0}>
        <summary>All other parts of this page</summary>
        {others.flatMap(([name, block]) => [
          <div key={name}>{block}</div>,
          name === 'basics' ? <div key="prose">{prose}</div> : null,
        ])}
        {section === 'basics' ? prose : null}
      </details>
    </>
  )
}

function ProsePart({ form, name }: { form: Form; name: SectionName }) {
  return (
    <section aria-labelledby="one-part">
      <Shelf id="one-part" title={SECTION_NAMES[name]} />
      <div className="formgrid one">
        {name === 'gaps' ? <FormGaps form={form} /> : <PartField form={form} name={name} />}
      </div>
    </section>
  )
}
