import { standsFor, type TickHeading } from './standing'
import { Tick } from './tick-list'

type Props = { headings: TickHeading[]; retired: TickHeading[] }

/** Labels that were ticked once and are no longer offered, with where they put a case study now. */
export function RetiredTicks({ headings, retired }: Props) {
  if (retired.length === 0) return null
  return (
    <fieldset className="retired">
      <legend className="legend">
        {retired.length === 1 ? 'A label that is no longer offered' : 'Labels that are no longer offered'}
      </legend>
      <ul className="ticktree">
        {retired.map((heading) => (
          <li key={heading.code}>
            <Tick heading={heading} checked hint={hintOf(heading, headings)} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function hintOf({ code }: TickHeading, headings: TickHeading[]): string {
  const names = standsFor(code, headings).map(({ name }) => name)
  const now = `It now stands under ${names.join(' and ')}.`
  return `${now} Leave it ticked, or tick another and take this one off.`
}
