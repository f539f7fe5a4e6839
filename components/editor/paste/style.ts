export type Declarations = Record<string, string>
/** What the sheet says of a class; only what may mean something is kept. */
export type Rules = Map<string, Declarations>

/** What is known, and counted, while one paste is read. */
export type Context = { rules: Rules; pictures: number; lists: number; isOffice: boolean }

const MEANINGFUL =
  /^(?:font-weight|font-style|text-decoration|text-decoration-line|mso-outline-level|mso-hide|display)$/

export function readRules(css: string): Rules {
  const rules: Rules = new Map()
  for (const [, selectors = '', body = ''] of css
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const kept = Object.fromEntries(
      Object.entries(declarations(body)).filter(([name]) => MEANINGFUL.test(name)),
    )
    if (Object.keys(kept).length === 0) continue
    for (const [, name] of selectors.matchAll(/(?:^|,)\s*[a-z0-9]*\.([\w-]+)\s*(?=,|$)/gi))
      rules.set(name as string, { ...rules.get(name as string), ...kept })
  }
  return rules
}

/** Where the style of an element is kept: as a real one, the policy of the page would refuse it and say so. */
export const STYLE = 'data-style'

export function ownStyle(element: Element): string {
  return element.getAttribute(STYLE) ?? ''
}

/** The style of an element, its own words before those of its classes. */
export function styleOf(element: Element, { rules }: Context): Declarations {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).map((name) => rules.get(name))
  return Object.assign({}, ...classes, declarations(ownStyle(element)))
}

export function isDropped(element: Element, context: Context): boolean {
  const name = element.nodeName
  if (
    /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|IFRAME|OBJECT|SVG|COLGROUP|COL|BUTTON|INPUT|SELECT|TEXTAREA|VIDEO|AUDIO)$/i.test(
      name,
    )
  )
    return true
  // A deletion that is being tracked, not words struck through on purpose.
  if (name === 'DEL' && (context.isOffice || element.hasAttribute('datetime'))) return true
  const style = ownStyle(element)
  // The short line that Word draws above its footnotes.
  if (
    name === 'HR' &&
    /mso-element:\s*\w+note-list/i.test(element.parentElement ? ownStyle(element.parentElement) : '')
  )
    return true
  if (/mso-element:\s*comment|mso-special-character:\s*comment/i.test(style)) return true
  if (/\bMsoComment(?:Reference|Text|Subject)\b/.test(element.getAttribute('class') ?? '')) return true
  const { display, 'mso-hide': hidden } = styleOf(element, context)
  return display === 'none' || hidden === 'all'
}

function declarations(css: string): Declarations {
  return Object.fromEntries(
    css
      .split(';')
      .map((line) => [
        line.slice(0, line.indexOf(':')).trim().toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ])
      .filter(([name]) => name),
  )
}
