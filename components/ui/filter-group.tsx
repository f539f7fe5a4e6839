export type FilterGroupProps = {
  legend: string
  name: string
  options: { value: string; label: string; count: number; checked: boolean }[]
}

/** One facet of a search: tick boxes, each with how many it would leave. Folded unless something in it is ticked. */
export function FilterGroup({ legend, name, options }: FilterGroupProps) {
  const ticked = options.filter(({ checked }) => checked).length
  return (
    <details className="facet" open={ticked > 0}>
      <summary>
        {legend}
        {ticked > 0 ? <span className="n"> {ticked} ticked</span> : null}
      </summary>
      <fieldset>
        <legend className="vh">{legend}</legend>
        {options.map(({ value, label, count, checked }) => (
          <label className="tick" key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={checked} />
            <span>{label}</span>
            <span className="n">
              <span className="vh">, </span>
              {count.toLocaleString('en-GB')}
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
