import type { FigureText, Scale } from '../ui/scale'

type Figures = { before: string; after: string }

export function figureOf({ before, after }: Figures): FigureText {
  return { before: before || null, after }
}

/** A scale for a result, or null where its words hold no single number that can be drawn honestly. */
export function scaleOf({ before, after }: Figures): Scale | null {
  const now = numberIn(after)
  if (!now) return null
  const was = before ? numberIn(before) : null
  if (before && (!was || was.sign !== now.sign)) return null
  if (now.sign === '%')
    return now.value > 100 ? null : { top: '100%', max: 100, before: was?.value ?? null, after: now.value }
  // One number alone has nothing to be measured against but itself: only a pair is drawn.
  if (!was) return null
  const max = niceAbove(Math.max(now.value, was.value))
  return { top: written(max, now.sign), max, before: was.value, after: now.value }
}

const NUMBER = /(£|€)?(\d[\d,]*(?:\.\d+)?)\s?(%|p\b|million\b|m\b|k\b|bn\b)?/g
const POWERS: Record<string, number> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9 }

/** The one number of a text with its sign; null when there is none or more than one. */
function numberIn(text: string): { value: number; sign: string } | null {
  const found = [...text.matchAll(NUMBER)]
  const [only] = found
  if (found.length !== 1 || !only) return null
  const [, currency = '', digits = '', suffix = ''] = only
  const value = Number(digits.replaceAll(',', '')) * (POWERS[suffix] ?? 1)
  return { value, sign: suffix === '%' ? '%' : suffix === 'p' ? 'p' : currency }
}

function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value || 1))
  const step = [1, 2, 4, 5, 8, 10].find((factor) => factor * power >= value) ?? 10
  return step * power
}

function written(value: number, sign: string): string {
  if (sign === 'p') return `${value}p`
  const [size, suffix] = value >= 1e9 ? [1e9, 'bn'] : value >= 1e6 ? [1e6, 'm'] : [1, '']
  return `${sign}${(value / size).toLocaleString('en-GB')}${suffix}`
}
