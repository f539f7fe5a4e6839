import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { FigureWords } from './figure-words'
import { MeasureMark } from './measure-mark'
import { type FigureText, isLong, type Scale } from './scale'

export type ResultProps = { figure: FigureText; unit: ReactNode; scale: Scale | null }

/** The headline result of a case study, for the end of its row. */
export function Result({ figure, unit, scale }: ResultProps) {
  return (
    <div className="result">
      <MeasureMark scale={scale} />
      <div>
        <p className={classNames('fig num', isLong(figure) && 'long')}>
          <FigureWords figure={figure} />
        </p>
        <p className="unit">{unit}</p>
      </div>
    </div>
  )
}

export type NoResultProps = { href: string }

/** A gap, said out loud, with the way to fill it. */
export function NoResult({ href }: NoResultProps) {
  return (
    <p className="result none ui">
      No measured result yet.
      <br />
      <a href={href}>Do you know one?</a>
    </p>
  )
}
