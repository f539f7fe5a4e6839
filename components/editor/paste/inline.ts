import { htmlEscape } from 'escape-goat'
import { addressOf } from './addresses'
import { type Context, isDropped, ownStyle, styleOf } from './style'

const RAISED: Record<string, string> = Object.fromEntries(
  [...'0123456789'].map((digit, at) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹'[at] ?? '']),
)
const LOWERED: Record<string, string> = Object.fromEntries(
  [...'0123456789'].map((digit, at) => [digit, '₀₁₂₃₄₅₆₇₈₉'[at] ?? '']),
)

/** The words of a node with what they mean: bold, italic, struck, linked, broken into lines. */
export function inlineOf(node: Node, context: Context): string {
  if (node.nodeType === 3) return htmlEscape(spaced(node.textContent ?? ''))
  if (node.nodeType !== 1) return ''
  const element = node as Element
  if (isDropped(element, context) || element.hasAttribute('data-marker')) return ''
  if (/mso-list:\s*ignore/i.test(ownStyle(element))) return ''
  if (/mso-tab-count/i.test(ownStyle(element))) return ' '
  switch (element.nodeName) {
    case 'BR':
      return '<br>'
    case 'IMG':
      return picture(element, context)
    case 'A':
      return link(element, context)
    case 'SUP':
    case 'SUB':
      return small(element, context)
    default:
      return marked(element, childrenInline(element, context), context)
  }
}

export function childrenInline(element: Element, context: Context): string {
  return [...element.childNodes].map((child) => inlineOf(child, context)).join('')
}

/** Without empty marks, doubled marks, and spaces and breaks at either end. */
export function tidy(html: string): string {
  let out = html
  for (let before = ''; before !== out; ) {
    before = out
    out = out
      .replace(/<(strong|em|s|a)\b[^>]*>(\s*)<\/\1>/g, '$2')
      .replace(/<\/(strong|em|s)>(\s*)<\1>/g, '$2')
      .replace(/<(strong|em|s)>(\s*)<\1>([^<]*)<\/\1>(\s*)<\/\1>/g, '<$1>$2$3$4</$1>')
      .replace(/^((?:<\w[^>]*>)*)(?:\s|<br>)+/, '$1')
      .replace(/(?:\s|<br>)+((?:<\/\w+>)*)$/, '$1')
  }
  return out.replace(/ {2,}/g, ' ').replace(/ ?<br> ?/g, '<br>')
}

function spaced(text: string) {
  return text.replace(/[\s\u00A0]+/g, ' ').replace(/[\u00AD\u200B\uFEFF]/g, '')
}

function marked(element: Element, inner: string, context: Context): string {
  const style = styleOf(element, context)
  const weight = style['font-weight']
  const isBold = weight ? /^(?:bold|bolder|[6-9]00)/.test(weight) : /^(?:B|STRONG)$/.test(element.nodeName)
  const slant = style['font-style']
  const isItalic = slant ? /^(?:italic|oblique)/.test(slant) : /^(?:I|EM)$/.test(element.nodeName)
  const line = style['text-decoration'] ?? style['text-decoration-line'] ?? ''
  const isStruck = /line-through/.test(line) || /^(?:S|STRIKE|DEL)$/.test(element.nodeName)
  let out = inner
  if (isStruck) out = `<s>${out}</s>`
  if (isItalic) out = `<em>${out}</em>`
  if (isBold) out = `<strong>${out}</strong>`
  if (/^(?:CODE|KBD|SAMP|TT)$/.test(element.nodeName)) out = `<code>${out.replace(/<[^>]+>/g, '')}</code>`
  return out
}

function link(element: Element, context: Context): string {
  if (isNote(element)) return note(element)
  const words = childrenInline(element, context)
  const address = addressOf(element.getAttribute('href'))
  return address && words.trim() !== '' ? `<a href="${htmlEscape(address)}">${words}</a>` : words
}

// The number of a footnote, where it is referred to and where it stands.
function isNote(element: Element) {
  const marks = `${ownStyle(element)} ${element.getAttribute('class') ?? ''} ${element.getAttribute('href') ?? ''}`
  return /mso-(?:foot|end)note-id|sdfootnote|sdendnote|#_?(?:ftn|edn)(?:ref)?\d|#footnote/i.test(marks)
}

// A space only where the note itself stands, which leads back to the text.
function note(element: Element): string {
  const number = (element.textContent ?? '').replace(/[[\]\s]/g, '')
  const leadsBack = /#_?(?:ftn|edn)ref|#sd(?:foot|end)note\d+anc/i.test(element.getAttribute('href') ?? '')
  return `[${htmlEscape(number)}]${leadsBack ? ' ' : ''}`
}

function small(element: Element, context: Context): string {
  const inner = childrenInline(element, context)
  const digits = element.nodeName === 'SUP' ? RAISED : LOWERED
  return /^\d+$/.test(inner) ? [...inner].map((digit) => digits[digit]).join('') : inner
}

function picture(element: Element, context: Context): string {
  const alt = element.getAttribute('alt') ?? ''
  if (/^(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+$/u.test(alt)) return alt
  // One dot wide is a picture that only counts who looks.
  if (element.getAttribute('width') !== '1') context.pictures += 1
  return ''
}
