import type { JSONContent } from '@tiptap/core'
import type { Inline } from './parse-inline'
import { writeInline } from './write-inline'

const RULES: Record<string, string> = { left: ':---', right: '---:', center: ':---:' }

/** Writes a table; its first row is the heading row, since Markdown tables always have one. */
export function writeTable(table: JSONContent): string {
  const rows = (table.content ?? []).map((row) => row.content ?? [])
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head = []] = rows
  if (width === 0) return ''

  const rules = Array.from({ length: width }, (_, index) => RULES[head[index]?.attrs?.align] ?? '---')
  const lines = rows.map((row) => Array.from({ length: width }, (_, index) => writeCell(row[index])))
  return [lines[0] ?? [], rules, ...lines.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function writeCell(cell?: JSONContent) {
  const inline = (cell?.content ?? []).flatMap((block, index) => [
    ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
    ...(block.content ?? []),
  ])
  return writeInline(inline as Inline[], 'cell')
}
