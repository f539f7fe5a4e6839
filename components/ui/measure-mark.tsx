import { drawScale, type Scale } from './scale'

const axis = { bottom: 62, top: 4, x: 10, long: 9, short: 4 }

export type MeasureMarkProps = { scale: Scale | null }

/** The small graduated mark beside a figure in a list. */
export function MeasureMark({ scale }: MeasureMarkProps) {
  const drawn = scale ? drawScale(scale, axis) : null
  if (!drawn) return null
  return (
    <svg className="mk" viewBox="0 0 18 66" aria-hidden="true" focusable="false">
      <rect className="mk-fill" x="11" y={drawn.fill.y} width="6" height={drawn.fill.height} />
      <path className="mk-tick" d={drawn.ticks} />
      <path className="mk-axis" d="M10 3v60" />
      <path className="mk-now" d={`M9 ${drawn.now}h9`} />
    </svg>
  )
}
