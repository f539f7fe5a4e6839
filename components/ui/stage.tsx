import type { ReactNode } from 'react'
import { StageJar } from './stage-jar'

export type StageProps = {
  id: string
  number: number
  of: number
  when?: ReactNode
  title: ReactNode
  side?: ReactNode
  children: ReactNode
}

/** One step of a story: its jar and years, its text, what belongs beside it. Stand them in `<div className="stages">`. */
export function Stage({ id, number, of, when, title, side, children }: StageProps) {
  return (
    <section className="stage" id={id} aria-labelledby={`${id}-title`}>
      <p className="stage-mark">
        <StageJar number={number} of={of} />
        {when ? <span className="yr">{when}</span> : null}
      </p>
      <div className="prose">
        <h2 id={`${id}-title`}>
          <span className="vh">Step {number}: </span>
          {title}
        </h2>
        {children}
      </div>
      {side ? <div className="stage-side ui">{side}</div> : null}
    </section>
  )
}
