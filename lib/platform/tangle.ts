import 'server-only'

// Reading Markdown takes time that grows with the square of some of its parts, and the stack grows with nesting.
// People write far below these limits; texts made to stop the site lie far above.
const LIMITS = { nesting: 40, marks: 3000, cells: 6000 }

/** What makes a Markdown text too costly to read, in words that follow the field's name, or null. */
export function tangleIn(markdown: string): string | null {
  const lines = markdown.split('\n')
  if (lines.some((line) => nestingOf(line) > LIMITS.nesting))
    return 'has lists or quotations nested too deeply. Write them flatter'
  if ((markdown.match(/[*_]+|~+|[[\]]/g)?.length ?? 0) > LIMITS.marks)
    return 'has too many stars, underscores or brackets. Take some out'
  return cellsIn(lines) > LIMITS.cells ? 'has a table that is too large. Link a spreadsheet instead' : null
}

/** Every quotation mark and list marker at the start of a line nests, and so do two spaces. */
function nestingOf(line: string): number {
  const [start = ''] = /^(?:[\s>]|[-*+](?=\s|$)|\d{1,9}[.)](?=\s|$))*/.exec(line) ?? []
  return start.replace(/\s+/g, '').length + (start.match(/\t| {2}/g)?.length ?? 0)
}

/** Short rows are filled up to the width of their table: columns times lines is what is drawn. */
function cellsIn(lines: string[]): number {
  let [cells, columns] = [0, 0]
  for (const line of lines) {
    if (line.trim() === '') columns = 0
    else if (/^[\s|:>-]+$/.test(line) && line.includes('|') && line.includes('-'))
      columns = Math.max(columns, line.split('|').length)
    cells += columns
  }
  return cells
}
