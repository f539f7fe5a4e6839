/** What a measure mark is drawn to. `top` is the word at the top of the scale, `max` the number it stands for. */
export type Scale = { top: string; max: number; before: number | null; after: number }

export type FigureText = { before?: string | null; after: string }

type Axis = { bottom: number; top: number; x: number; long: number; short: number }

function round(value: number) {
  return Math.round(value * 10) / 10
}

/** Heights and tick marks of a scale, in drawing units. Null when the numbers cannot be drawn. */
export function drawScale(scale: Scale, axis: Axis) {
  const { max, before, after } = scale
  if (!(max > 0) || !Number.isFinite(after)) return null

  const height = axis.bottom - axis.top
  const y = (value: number) => round(axis.bottom - (Math.min(Math.max(value, 0), max) / max) * height)
  const divisions = max === 100 ? 10 : 8
  const ticks = Array.from({ length: divisions + 1 }, (_, tick) => {
    const length = tick % (divisions / 2) === 0 ? axis.long : axis.short
    return `M${axis.x} ${round(axis.bottom - (tick / divisions) * height)}h-${length}`
  }).join('')

  const now = y(after)
  const was = before === null ? null : y(before)
  const from = was ?? axis.bottom
  return { ticks, now, was, fill: { y: Math.min(now, from), height: round(Math.abs(from - now)) } }
}

/** Long figures, such as "At least 15% of spend", are set smaller. */
export function isLong({ before, after }: FigureText) {
  return (before?.length ?? 0) + after.length > 15
}
