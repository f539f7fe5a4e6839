import { childrenInline, tidy } from './inline'
import { type Context, isDropped } from './style'

/** A table of one line per cell, its first row the head. A table of one cell is only a frame around its content. */
export function tableOf(table: Element, context: Context): string {
  const rows = spread(rowsOf(table), context)
  const kept = rows.filter((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...kept.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  // A line over all columns above the head is the title of the table.
  const [first = [], second = []] = kept
  const isTitled = kept.length > 2 && width > 1 && alone(first) && !alone(second)
  const title = isTitled ? `<p>${kept.shift()?.[0]}</p>` : ''
  const lines = kept.map((row, index) => {
    const tag = index === 0 ? 'th' : 'td'
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? '')
    return `<tr>${cells.map((cell) => `<${tag}><p>${index === 0 ? unbold(cell) : cell}</p></${tag}>`).join('')}</tr>`
  })
  return lines.length > 0 ? `${title}<table><tbody>${lines.join('')}</tbody></table>` : ''
}

/** The one cell of a table that only frames something; null when it is a table indeed. */
export function onlyCell(table: Element): Element | null {
  const cells = rowsOf(table).flatMap(cellsOf)
  return cells.length === 1 ? (cells[0] ?? null) : null
}

function alone(row: string[]) {
  return row[0] !== '' && row.slice(1).every((cell) => cell === '')
}

export function unbold(html: string): string {
  return html.replace(/<\/?strong>/g, '')
}

function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (child.nodeName === 'TR') return [child]
    return /^(?:THEAD|TBODY|TFOOT)$/.test(child.nodeName) ? rowsOf(child) : []
  })
}

function cellsOf(row: Element): Element[] {
  return [...row.children].filter(({ nodeName }) => nodeName === 'TD' || nodeName === 'TH')
}

// A cell over several columns stands in the first of them; one over several rows is said in each.
function spread(rows: Element[], context: Context): string[][] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((row, index) => {
    if (isDropped(row, context)) return
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[index]?.[column] !== undefined) column += 1
      const words = cellWords(cell, context)
      for (let down = 0; down < span(cell, 'rowspan', rows.length - index); down += 1) {
        for (let along = 0; along < span(cell, 'colspan', 50); along += 1) {
          const line = grid[index + down]
          if (line) line[column + along] = along === 0 ? words : ''
        }
      }
    }
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''))
}

function span(cell: Element, name: string, most: number) {
  return Math.max(1, Math.min(most, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))
}

function cellWords(cell: Element, context: Context): string {
  return tidy(wordsOf(cell, context).replace(/<br>/g, ' '))
}

function wordsOf(element: Element, context: Context): string {
  const blocks = [...element.children].filter(({ nodeName }) =>
    /^(?:P|DIV|UL|OL|LI|TABLE|TBODY|TR|TD|TH|H\d)$/.test(nodeName),
  )
  if (blocks.length === 0) return childrenInline(element, context)
  return [...element.childNodes]
    .map((child) =>
      blocks.includes(child as Element)
        ? wordsOf(child as Element, context)
        : childrenInline(wrap(child), context),
    )
    .map(tidy)
    .filter((words) => words !== '')
    .join(' ')
}

function wrap(node: Node): Element {
  const holder = (node.ownerDocument as Document).createElement('span')
  holder.append(node.cloneNode(true))
  return holder
}
