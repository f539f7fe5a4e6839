import { childrenInline, tidy } from './inline'
import type { ListItem } from './lists'
import { type Context, ownStyle } from './style'

const LETTERED = /^\(?(?:(\d{1,9})|([a-z])|([ivxlc]+))[.)]/i

/** A paragraph that Word shows as part of a list; null for any other. */
export function wordItem(element: Element, context: Context): ListItem | null {
  const level = /mso-list:\s*\S+\s+level(\d)/i.exec(ownStyle(element))?.[1]
  const marker = markerOf(element)
  const isNamed = /\b(?:x_)?MsoList(?:Paragraph|Bullet|Number)/.test(element.getAttribute('class') ?? '')
  if (!level && !(isNamed && marker !== '')) return null
  const number = LETTERED.exec(marker)
  const html = tidy(childrenInline(element, context))
  // A bullet may look like the letter o; a numbered item always has a stop or bracket.
  return {
    level: Number(level ?? 1),
    ordered: number !== null,
    start: Number(number?.[1] ?? startOf(number)),
    html: level || marker === '' ? html : html.replace(/^[·•o§▪–-]\s+/, ''),
    more: '',
  }
}

/** A paragraph of a list without a marker goes on with the item above it. */
export function continuesItem(element: Element): boolean {
  const isPart = /\b(?:x_)?MsoList(?:Paragraph|Continue)/.test(element.getAttribute('class') ?? '')
  return isPart && markerOf(element) === ''
}

/** What Word shows before the words: "1.", "a)", "·". */
export function markerOf(element: Element): string {
  const marker = [...element.querySelectorAll('[data-marker], span')].find(
    (span) => span.hasAttribute('data-marker') || /mso-list:\s*ignore/i.test(ownStyle(span)),
  )
  if (marker) return clean(marker.textContent)
  return /^[\s\u00A0]*([·•§▪]|o(?=[\s\u00A0]{2}))[\s\u00A0]/.exec(element.textContent ?? '')?.[1] ?? ''
}

function clean(text: string | null) {
  return (text ?? '').replace(/[\s\u00A0]+/g, '')
}

// Only the first of lettered items needs telling from those that follow.
function startOf(number: RegExpExecArray | null) {
  const letter = (number?.[2] ?? number?.[3] ?? '').toLowerCase()
  return letter === '' || letter === 'a' || letter === 'i' ? 1 : 2
}
