import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { FigureWords } from './figure-words'
import { drawScale, type FigureText, isLong, type Scale } from './scale'

export type MeasureProps = { figure: FigureText; what: ReactNode; how?: ReactNode; scale: Scale | null }

/** One result, large, beside a scale drawn to its numbers. Stand them in `<div className="measures">`. */
export function Measure({ figure, what, how, scale }: MeasureProps) {
  const mark = scale ? <LargeMark scale={scale} /> : null
  const drawable = scale && scale.max > 0
  return (
    <div className={classNames('measure-item', !drawable && 'plain')}>
      {drawable ? mark : null}
      <div>
        <p className={classNames('fig num', isLong(figure) && 'long')}>
          <FigureWords figure={figure} />
        </p>
        <p className="what">{what}</p>
        {how ? <p className="how">{how}</p> : null}
      </div>
    </div>
  )
}

function LargeMark({ scale }: { scale: Scale }) {
  // The word at the top decides how wide the drawing must be: about 8.4 units a letter.
  const words = Math.max(34, Math.ceil(scale.top.length * 8.4))
  const x = words + 20
  const drawn = drawScale(scale, { bottom: 124, top: 12, x, long: 15, short: 7 })
  if (!drawn) return null

  const width = x + 16
  return (
    <svg
      className="mk"
      viewBox={`0 0 ${width} 136`}
      width={Math.round(width * 0.9)}
      height="122"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="mk-fill" x={x + 1} y={drawn.fill.y} width="9" height={drawn.fill.height} />
      <path className="mk-tick" d={drawn.ticks} />
      <path className="mk-axis" d={`M${x} 11v114`} />
      {drawn.was === null ? null : <path className="mk-was" d={`M${x - 2} ${drawn.was}h17`} />}
      <path className="mk-now" d={`M${x - 2} ${drawn.now}h17`} />
      <text className="mk-text" x={words} y="17">
        {scale.top}
      </text>
      <text className="mk-text" x={words} y="129">
        0
      </text>
    </svg>
  )
}
