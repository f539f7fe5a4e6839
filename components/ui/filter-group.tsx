import { htmlEscape } from 'escape-goat'

export type FilterOption = {
  value: string
  label: string
  count: number
  checked: boolean
  /** Below the one before it in a hierarchy. */
  inner?: boolean
}
export type FilterGroupProps = {
  legend: string
  name: string
  options: FilterOption[]
  /** Stands open whether anything is ticked or not. */
  open?: boolean
  /** So many are shown; the others fold away. A script adds a box to find one. */
  shown?: number
}

/** One facet of a search: tick boxes, each with how many it would leave. Folded unless something in it is ticked. */
export function FilterGroup({ legend, name, options, open, shown }: FilterGroupProps) {
  const ticked = options.filter(({ checked }) => checked).length
  const isLong = shown !== undefined && options.length > shown + foldedAtLeast
  const inView = (option: FilterOption, place: number) => !isLong || option.checked || place < shown
  const folded = options.filter((option, place) => !inView(option, place))
  return (
    <details className="facet" open={open || ticked > 0}>
      <summary>
        {legend}
        {ticked > 0 ? <span className="n"> {ticked} ticked</span> : null}
      </summary>
      <fieldset data-long={isLong ? '' : undefined}>
        <legend className="vh">{legend}</legend>
        <Options name={name} options={options.filter(inView)} />
        {isLong ? (
          <details className="facet-more">
            <summary>{folded.length.toLocaleString('en-GB')} more</summary>
            <Options name={name} options={folded} />
          </details>
        ) : null}
      </fieldset>
    </details>
  )
}

// Two or three more are shown rather than folded.
const foldedAtLeast = 3

// Hundreds of these stand beside a list, each several elements: written as text they take a tenth of the time.
function Options({ name, options }: Pick<FilterGroupProps, 'name' | 'options'>) {
  const html = options.map((option) => tick(name, option)).join('')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: htmlEscape escapes whatever is put in
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

function tick(name: string, { value, label, count, checked, inner }: FilterOption): string {
  return htmlEscape`<label class="tick${inner ? ' in' : ''}"><input type="checkbox" name="${name}" value="${value}"${checked ? ' checked' : ''}/><span>${label}</span><span class="n"><span class="vh">, </span>${count.toLocaleString('en-GB')}</span></label>`
}
