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
type Props = { shelves: AreaShelf[]; ticked: string[]; error?: string }

/** The areas that a person can help with: boxes over the contents tree, one shelf for each section. */
export function AreasField({ shelves, ticked, error }: Props) {
  return (
    <FieldGroup
      id="helpCategories"
      legend="Areas you can help with"
      hint="Open a shelf and tick. People are found by these and by everything above them."
      error={error}
    >
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
                name="helpCategories[]"
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
