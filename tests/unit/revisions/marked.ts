import type { Cell, RowChange } from '@/lib/revisions/compare'
import type { Paragraph } from '@/lib/revisions/compare-text'
import type { Segment } from '@/lib/revisions/compare-words'

const SIGNS = { same: '', added: '+', removed: '-' }

/** A comparison as a reader marks it up: "+[added]", "-[removed]". */
export function marked(segments: Segment[]): string {
  return segments.map(({ kind, text }) => (kind === 'same' ? text : `${SIGNS[kind]}[${text}]`)).join('')
}

export function markedText(paragraphs: Paragraph[]): string[] {
  return paragraphs
    .filter(({ segments }) => segments.length > 0)
    .map(
      ({ kind, move, segments }) =>
        `${[kind, move?.direction].filter(Boolean).join(' ')}: ${marked(segments)}`,
    )
}

export function markedRows(rows: RowChange[]): string[] {
  return rows.map(({ kind, title, cells, moved }) => {
    const place = moved ? [`place ${moved.from} → ${moved.to}`] : []
    return `${kind} ${title}: ${[...place, ...cells.map(markedCell)].join('; ')}`
  })
}

export function markedCell(cell: Cell): string {
  if (cell.kind === 'value') return `${cell.label} ${cell.older || 'none'} → ${cell.newer || 'none'}`
  return `${cell.label} ${markedText(cell.paragraphs).join(' ¶ ')}`
}
