import type { TickHeading } from './standing'
import type { Node } from './tree'

type Props = {
  nodes: Node<TickHeading>[]
  given: string[]
  shown: ReadonlySet<string> | null
  inner?: boolean
}

/** Headings to tick, each with its scope note and how much stands under it; what belongs to one stands below it. */
export function TickList({ nodes, given, shown, inner }: Props) {
  return (
    <ul className={inner ? 'ticktree in' : 'ticktree'}>
      {nodes.map(({ heading, below }) => (
        <li key={heading.code} hidden={shown ? !shown.has(heading.code) : undefined}>
          <Tick heading={heading} checked={given.includes(heading.code)} />
          {below.length > 0 ? <TickList nodes={below} given={given} shown={shown} inner /> : null}
        </li>
      ))}
    </ul>
  )
}

type TickProps = { heading: TickHeading; checked: boolean; hint?: string }

export function Tick({ heading: { code, name, note, count }, checked, hint = note }: TickProps) {
  const id = `label-${code.replaceAll('.', '-')}`
  return (
    <label className="tick" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        name="categories[]"
        value={code}
        defaultChecked={checked}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about`}
      />
      <span id={`${id}-name`}>{name}</span>
      <span className="desc" id={`${id}-about`}>
        {hint}
        {count === undefined ? null : (
          <span className="n"> {count === 1 ? '1 case study' : `${count} case studies`}</span>
        )}
      </span>
    </label>
  )
}
