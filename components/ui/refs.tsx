import { Fragment } from 'react'

export type RefsProps = { numbers: number[]; prefix?: string }

/** Source numbers, raised, with commas between neighbours; each links to `#{prefix}{number}`. */
export function Refs({ numbers, prefix = 's' }: RefsProps) {
  if (numbers.length === 0) return null
  return (
    <sup className="ref">
      {numbers.map((number, position) => (
        <Fragment key={number}>
          {position > 0 ? ', ' : null}
          <a href={`#${prefix}${number}`}>
            <span className="vh">Source </span>
            {number}
          </a>
        </Fragment>
      ))}
    </sup>
  )
}
