import type { Heading } from '@/lib/taxonomy/queries'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { Shelf } from '../ui/shelf'
import { TickShelf } from '../ui/tick-shelf'

export type TickHeading = Pick<Heading, 'code' | 'parentCode' | 'section' | 'name'>

/** The contents tree as tick boxes, folded by section; a label is ticked, never typed. */
export function FormLabels({ form, headings }: { form: Form; headings: TickHeading[] }) {
  const ticked = new Set(form.list('categories'))
  const error = form.error('categories')
  const sections = headings.filter(({ parentCode }) => parentCode === null)
  return (
    <section aria-labelledby="labels">
      <Shelf
        id="labels"
        title="Labels"
        aside={
          <>
            {ticked.size} ticked <FormCommentLink field="categories" part="labels" />
          </>
        }
      />
      <div className={error ? 'field has-error' : 'field'} id="categories" tabIndex={-1}>
        <p className="measure">
          Tick what it is about. It then shows under each label, and under the section the label belongs to.
        </p>
        {error ? <p className="error">{error}</p> : null}
        <div className="tickshelves">
          {sections.map((section) => (
            <SectionTicks
              key={section.code}
              section={section}
              headings={headings.filter(({ code }) => code !== section.code && code.startsWith(section.code))}
              ticked={ticked}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

function SectionTicks({
  section,
  headings,
  ticked,
}: {
  section: TickHeading
  headings: TickHeading[]
  ticked: Set<string>
}) {
  const names = headings.filter(({ code }) => ticked.has(code)).map(({ name }) => name)
  const words = names.length === 0 ? 'None ticked' : `${names.length} ticked: ${names.join(', ')}`
  return (
    <TickShelf section={section.section} title={section.name} ticked={words} open={names.length > 0}>
      <fieldset>
        <legend className="vh">{section.name}</legend>
        <div className="tickcols">
          {headings.map(({ code, parentCode, name }) => (
            <label key={code} className={parentCode === section.code ? 'tick' : 'tick in'}>
              <input type="checkbox" name="categories[]" value={code} defaultChecked={ticked.has(code)} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </TickShelf>
  )
}
