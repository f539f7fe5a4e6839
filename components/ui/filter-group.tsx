export type FilterGroupProps = {
  legend: string
  name: string
  options: { value: string; label: string; count: number; checked: boolean }[]
}

/** One facet of a search: tick boxes, each with how many it would leave. */
export function FilterGroup({ legend, name, options }: FilterGroupProps) {
  return (
    <fieldset className="facet">
      <legend>{legend}</legend>
      {options.map(({ value, label, count, checked }) => (
        <label className="tick" key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={checked} />
          <span>{label}</span>
          <span className="n">
            <span className="vh">, </span>
            {count}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
