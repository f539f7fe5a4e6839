import { useState } from 'react'
import { TickShelf } from '../ui/tick-shelf'
import type { TickHeading } from './standing'
import { TickList } from './tick-list'
import type { Node } from './tree'

type Props = {
  section: Node<TickHeading>
  ticked: ReadonlySet<string>
  /** What was ticked when the form was drawn. */
  given: string[]
  /** What the filter leaves; null without one. */
  shown: ReadonlySet<string> | null
}

/** One section of the tree, folded away until wanted: by hand, or because the filter found something in it. */
export function SectionTicks({ section, ticked, given, shown }: Props) {
  const { heading, below } = section
  const inside = codesIn(below)
  const [opened, setOpened] = useState(inside.some(({ code }) => given.includes(code)))
  const names = inside.filter(({ code }) => ticked.has(code)).map(({ name }) => name)
  const words = names.length === 0 ? 'None ticked' : `${names.length} ticked: ${names.join(', ')}`
  const found = shown !== null && inside.some(({ code }) => shown.has(code))
  if (below.length === 0) return null
  return (
    <TickShelf
      section={heading.section}
      title={heading.name}
      ticked={words}
      open={shown ? found : opened}
      hidden={shown !== null && !found}
      onToggle={(event) => shown || setOpened(event.currentTarget.open)}
    >
      <fieldset>
        <legend className="vh">{heading.name}</legend>
        <p className="small quiet">What you tick here also shows under {heading.name}.</p>
        <TickList nodes={below} given={given} shown={shown} />
      </fieldset>
    </TickShelf>
  )
}

function codesIn(nodes: Node<TickHeading>[]): TickHeading[] {
  return nodes.flatMap(({ heading, below }) => [heading, ...codesIn(below)])
}
