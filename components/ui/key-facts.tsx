import type { ReactNode } from 'react'

export type KeyFactsProps = { facts: { term: string; value: ReactNode; note?: ReactNode }[] }

/** The facts a reader looks for first, four across on wide screens. */
export function KeyFacts({ facts }: KeyFactsProps) {
  return (
    <dl className="keyfacts ui">
      {facts.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
