import 'server-only'
import {
  isOwnName,
  type LineName,
  type Place,
  type ProseName,
  placeOfHeading,
  placeOfLabel,
} from './headings'
import type { Beside, Block, ReadWord } from './read'

export type Placed = {
  /** By the name of the form's field: Markdown, or one line of words. */
  fields: Partial<Record<ProseName | LineName | 'gaps', string>>
  /** What has no field, in the order of the file: Markdown. */
  tray: string[]
}

type Section = { place: Place | null; heading: Block | null; depth: number; blocks: Block[] }

const PROSE: Place[] = ['context', 'action', 'impact', 'happenedNext']
const lineMax: Record<LineName, number> = {
  // A title or summary that is too long is still the title: the form says so. The others are lines of a few words.
  title: Number.POSITIVE_INFINITY,
  summary: Number.POSITIVE_INFINITY,
  organisation: 200,
  partners: 300,
  contractValue: 120,
  dateNote: 120,
}
const prefaceMaxWords = 60
// Bold words that stand for a heading rank below every real heading.
const boldDepth = 7

/**
 * Puts every block of a Word file into the field that its heading names, or into the tray. Nothing is dropped: a
 * heading stays with its text unless it says no more than the name of the field.
 */
export function placeWord({ title, blocks, beside }: Pick<ReadWord, 'title' | 'blocks' | 'beside'>): Placed {
  const placed: Placed = { fields: {}, tray: [] }
  const [preface, ...sections]: [Section, ...Section[]] = sectionsOf(blocks.flatMap(unfolded))
  placePreface(
    placed,
    preface,
    sections.some(({ place }) => place === 'summary'),
  )
  for (const section of sections) placeSection(placed, section)
  if (!placed.fields.title && title.trim()) placed.fields.title = title.trim()
  placed.tray.push(...beside.map(besideOf))
  return placed
}

/** A table whose left column names the parts is a form: its rows become headings with their text. */
function unfolded(block: Block): Block[] {
  const named = block.rows.filter(({ label }) => placeOfLabel(label))
  if (named.length < 2 || !block.rows.every(({ isPlain }) => isPlain)) return [block]
  return block.rows.flatMap(({ label, blocks }) => {
    const markdown = `# ${escaped(label)}`
    const heading: Block = { ...PARAGRAPH, kind: 'heading', depth: boldDepth - 1, text: label, markdown }
    return label ? [heading, ...blocks] : blocks
  })
}

const PARAGRAPH: Block = {
  kind: 'paragraph',
  depth: 0,
  isTitle: false,
  text: '',
  markdown: '',
  isBold: false,
  isPlain: true,
  items: [],
  rows: [],
  notes: [],
}

/** The first section is what stands before any heading that is known. */
function sectionsOf(blocks: Block[]): [Section, ...Section[]] {
  const sections: [Section, ...Section[]] = [{ place: null, heading: null, depth: 0, blocks: [] }]
  for (const block of blocks) {
    const current = sections[sections.length - 1] as Section
    const next = beginning(block, current, sections.length === 1)
    if (next) sections.push(next)
    else current.blocks.push(block)
  }
  return sections
}

/** The section that begins with this block, or null when it belongs to the present one. */
function beginning(block: Block, current: Section, isPreface: boolean): Section | null {
  const depth = depthOf(block)
  if (depth === 0) return withLabel(block, current)
  const known =
    block.kind === 'heading' || block.isBold ? placeOfHeading(block.text) : placeOfLabel(block.text)
  if (known && !isInside(current, depth)) return { place: known, heading: block, depth, blocks: [] }
  if (isPreface || known || block.kind !== 'heading') return null
  return depth <= current.depth ? { place: null, heading: block, depth, blocks: [] } : null
}

/** "**Challenge:** Food came from far": a paragraph that brings its own heading, and keeps it. */
function withLabel(block: Block, current: Section): Section | null {
  const [, label = ''] = /^([^:]{2,40}):\s/.exec(block.text) ?? []
  const isLabelled = block.kind === 'paragraph' && block.markdown.startsWith('**')
  const place = label && isLabelled ? placeOfLabel(label) : null
  if (!place || !PROSE.includes(place) || isInside(current, boldDepth)) return null
  return { place, heading: null, depth: boldDepth, blocks: [block] }
}

/** Within a field, deeper headings are its own: "Evaluation" below "Action" is about the tenders. */
function isInside({ place, depth }: Section, deeper: number): boolean {
  return place !== null && PROSE.includes(place) && deeper > depth
}

/** How high a heading ranks, 1 being the highest; 0 for what is no heading. */
function depthOf(block: Block): number {
  if (block.kind === 'heading') return block.depth
  const isShort = block.kind === 'paragraph' && block.isPlain && block.text.length <= 80
  return isShort && (block.isBold ? placeOfHeading(block.text) : placeOfLabel(block.text)) ? boldDepth : 0
}

function placePreface({ fields, tray }: Placed, { blocks }: Section, hasSummary: boolean): void {
  const title = blocks.find(({ isTitle, isPlain }) => isTitle && isPlain) ?? titleAmong(blocks)
  const rest = blocks.filter((block) => block !== title)
  if (title) fields.title = title.text
  const left = rest.filter((block) => !takeLine(fields, block))

  const isShort = left.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) <= prefaceMaxWords
  const isPlain = left.every((block) => block.kind === 'paragraph' && block.isPlain)
  if (left.length > 0 && isShort && isPlain && !hasSummary && !fields.summary)
    fields.summary = left.map(({ text }) => text).join(' ')
  else tray.push(...byHeading(left))
}

function takeLine(fields: Placed['fields'], block: Block): boolean {
  const line = lineOf(block)
  if (!line || fields[line.name]) return false
  fields[line.name] = line.text
  return true
}

/** Without a title style: the first heading of the first rank, or a short first line. */
function titleAmong(blocks: Block[]): Block | undefined {
  const heading = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1)
  if (heading) return heading.isPlain ? heading : undefined
  const [first] = blocks
  const isLine = first?.kind === 'paragraph' && first.isPlain && first.text.length <= 120 && !lineOf(first)
  return isLine && !/[.!;,]$/.test(first.text) ? first : undefined
}

/** "Organisation: Durham County Council": a line that says which field it fills. */
function lineOf({ kind, isPlain, text }: Block): { name: LineName; text: string } | null {
  const [, label = '', value = ''] = /^([^:]{2,40}):\s+(\S.*)$/.exec(text) ?? []
  const place = label && kind === 'paragraph' && isPlain ? placeOfLabel(label) : null
  if (!place || !isLineName(place) || value.length > lineMax[place]) return null
  return { name: place, text: value }
}

function placeSection(placed: Placed, section: Section): void {
  const { place } = section
  if (place === 'gaps') placeGaps(placed, section)
  else if (place && isLineName(place)) placeLine(placed, section, place)
  else if (place && place !== 'tray') placeProse(placed, section, place)
  else placed.tray.push(...pieceOf(section))
}

function placeProse({ fields }: Placed, { heading, blocks, depth }: Section, name: ProseName): void {
  const isSilent = heading?.isPlain && isOwnName(name, heading.text)
  const text = markdownOf(isSilent || !heading ? blocks : [heading, ...blocks], isSilent ? depth : depth - 1)
  fields[name] = [fields[name], text].filter(Boolean).join('\n\n')
}

function placeLine(placed: Placed, section: Section, name: LineName): void {
  const { blocks, heading } = section
  const fits = blocks.every((block) => block.kind === 'paragraph' && block.isPlain)
  const text = blocks.map((block) => block.text).join(' ')
  const isShort = text.length <= lineMax[name] && (name === 'summary' || blocks.length === 1)
  if (fits && isShort && heading?.isPlain && text && !placed.fields[name]) placed.fields[name] = text
  else placed.tray.push(...pieceOf(section))
}

/** One gap a line, from paragraphs and simple lists. */
function placeGaps(placed: Placed, section: Section): void {
  const { blocks, heading } = section
  const isLines = blocks.every(
    (block) => (block.kind === 'paragraph' && block.isPlain) || block.items.length > 0,
  )
  const lines = blocks.flatMap((block) => (block.items.length > 0 ? block.items : [block.text]))
  if (!isLines || !heading?.isPlain) placed.tray.push(...pieceOf(section))
  else placed.fields.gaps = [placed.fields.gaps, ...lines].filter(Boolean).join('\n')
}

function pieceOf({ heading, blocks, depth }: Section): string[] {
  return [markdownOf(heading ? [heading, ...blocks] : blocks, Math.max(0, depth - 1))].filter(Boolean)
}

/** Pieces of the tray: each heading with what follows it. */
function byHeading(blocks: Block[]): string[] {
  const pieces: Block[][] = []
  for (const block of blocks) {
    const last = pieces[pieces.length - 1]
    if (!last || block.kind === 'heading') pieces.push([block])
    else last.push(block)
  }
  return pieces.map((piece) => markdownOf(piece, 0)).filter(Boolean)
}

/** Blocks as one text, their headings raised by `raise` ranks, the notes that they refer to at the end. */
function markdownOf(blocks: Block[], raise: number): string {
  const texts = blocks.map((block) =>
    block.kind === 'heading' ? raised(block.markdown, raise) : block.markdown,
  )
  const notes = blocks.flatMap((block) => block.notes.map(({ markdown }) => markdown))
  return [...texts, ...notes].filter(Boolean).join('\n\n')
}

function raised(markdown: string, raise: number): string {
  return markdown.replace(/^#{1,6}(?= )/, (signs) => '#'.repeat(Math.max(1, signs.length - raise)))
}

const BESIDE: Record<Beside['from'], string> = {
  header: 'Header of the file',
  footer: 'Footer of the file',
  comments: 'Comments in the file, which are not part of its text',
  equations: 'Equations in the file, which have to be written anew',
  drawings: 'Words in drawings of the file',
  charts: 'Charts in the file, which have to be saved as pictures and uploaded',
  lost: 'Words that stood where they could not be placed',
}

function besideOf({ from, texts }: Beside): string {
  return [`**${BESIDE[from]}:**`, ...texts.map(escaped)].join('\n\n')
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}

function isLineName(place: Place): place is LineName {
  return place in lineMax
}
