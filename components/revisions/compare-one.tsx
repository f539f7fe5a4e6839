import type { ReactNode } from 'react'

type Props = { /** None for a part of a larger change. */ number?: number; of: number; children: ReactNode }

/** One change with its number, and the way to the next. */
export function OneChange({ number, of, children }: Props) {
  if (!number) return <div className="one">{children}</div>
  return (
    <div className="one" id={`change-${number}`} tabIndex={-1}>
      <div>{children}</div>
      <p className="where ui">
        Change {number} of {of}
        {number < of ? (
          <>
            {' · '}
            <a href={`#change-${number + 1}`}>
              Next
              <span className="vh">
                {' '}
                change, {number + 1} of {of}
              </span>
            </a>
          </>
        ) : null}
      </p>
    </div>
  )
}
