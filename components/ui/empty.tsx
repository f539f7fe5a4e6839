import type { ReactNode } from 'react'

export type EmptyProps = { title: ReactNode; level?: 2 | 3; word?: string; children?: ReactNode }

/** Nothing here yet, and what to do about it: one jar stands, the others wait. */
export function Empty({ title, level = 2, word = 'You?', children }: EmptyProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty ui">
      <svg viewBox="0 0 320 150" aria-hidden="true" focusable="false">
        <path className="e-board" d="M0 128h320v6H0zM0 134h16c-8 1-14 6-16 16zM320 134h-16c8 1 14 6 16 16z" />
        <path className="e-jar" d="M14 126V62l7-8h52l7 8V126z" />
        <path className="e-ochre" d="M20 44h54v8h-54z" />
        <path
          className="e-ghost"
          d="M96 126V80l7-8h62l7 8V126zM188 126V54l7-8h44l7 8V126zM262 126V88l7-8h30l7 8V126z"
        />
        <path className="e-lid" d="M102 62h64v8h-64zM194 36h46v8h-46zM268 70h32v8h-32z" />
        <path className="e-tag" d="M17 74h60v34H17z" />
        <text className="e-text" x="47" y="96">
          {word}
        </text>
      </svg>
      <div>
        <Heading>{title}</Heading>
        {typeof children === 'string' ? <p className="measure">{children}</p> : children}
      </div>
    </div>
  )
}
