import { FieldGroup } from '../ui/field-group'
import type { Section } from '../ui/section'
import { TickShelf } from '../ui/tick-shelf'
import { Ticks } from '../ui/ticks'

export type AreaShelf = {
  code: string
  name: string
  section: Section
  headings: { code: string; name: string }[]
}
type Props = {
  name: string
  legend: string
  hint: string
  shelves: AreaShelf[]
  ticked: string[]
  error?: string
}

/** Areas: boxes over the contents tree, one shelf for each section. */
export function AreasField({ name: field, legend, hint, shelves, ticked, error }: Props) {
  return (
    <FieldGroup id={field} legend={legend} hint={hint} error={error}>
      <div className="tickshelves">
        {shelves.map(({ code, name, section, headings }) => {
          const count = headings.filter((heading) => ticked.includes(heading.code)).length
          return (
            <TickShelf key={code} section={section} title={name} ticked={`${count} ticked`} open={count > 0}>
              <Ticks
                id={`areas-${code}`}
                legend={name}
                hideLegend
                columns
                name={`${field}[]`}
                options={headings.map((heading) => ({
                  value: heading.code,
                  label: heading.name,
                  checked: ticked.includes(heading.code),
                }))}
              />
            </TickShelf>
          )
        })}
      </div>
    </FieldGroup>
  )
}
