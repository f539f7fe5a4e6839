import { blocksOf } from './blocks'
import { writeBlocks } from './lists'
import { prepare } from './prepare'
import { programOf } from './program'
import { type Context, STYLE } from './style'

export type Cleaned = {
  html: string
  /** Where it was copied, as people call it; null when that cannot be told. */
  program: string | null
  /** How many different styles were left out. */
  styles: number
  /** How many pictures were left out. */
  pictures: number
}

/** The levels of headings that a field has, largest first. */
const HEADINGS = [1, 2, 3, 4]

/**
 * What was copied elsewhere, without its dirt: real headings, nested lists, tables with a head row, links and words.
 * `parse` makes a document that loads and runs nothing. What was copied in this editor is returned as it is.
 */
export function cleanPastedHtml(html: string, parse: (html: string) => Document): Cleaned {
  if (/\sdata-pm-slice=/.test(html)) return { html, program: null, styles: 0, pictures: 0 }

  const program = programOf(html)
  const { body, rules } = prepare(html, parse)
  const context: Context = { rules, pictures: 0, lists: 0, isOffice: program !== null }
  const styles = countStyles(body)
  const blocks = writeBlocks(blocksOf(body, context))
  return { html: withOurHeadings(blocks), program, styles, pictures: context.pictures }
}

function countStyles(body: Element): number {
  const seen = new Set<string>()
  for (const element of body.querySelectorAll('*')) {
    for (const name of [STYLE, 'class', 'face', 'color', 'bgcolor', 'size']) {
      const value = element.getAttribute(name)?.trim()
      if (value) seen.add(`${name} ${value}`)
    }
    if (element.nodeName === 'U') seen.add('underline')
  }
  return seen.size
}

// The page itself has the first two levels; the largest heading that was copied becomes the largest of the field.
function withOurHeadings(html: string): string {
  const used = [...new Set([...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level)))].sort()
  return html.replace(/<(\/?)h([1-6])>/g, (_, close: string, level: string) => {
    const ours = HEADINGS[Math.min(used.indexOf(Number(level)), HEADINGS.length - 1)]
    return `<${close}h${ours}>`
  })
}
