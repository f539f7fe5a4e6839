import 'server-only'
import { type Link, type Links, linkParagraphs } from './compare-links'
import { alignLists, type Stretch } from './compare-lists'
import { type Piece, piecesOf } from './compare-pieces'
import { compareWords, type Late, never, type Segment } from './compare-words'

/** Ties the new place of a moved paragraph to its old one. */
export type Move = {
  key: string
  direction: 'up' | 'down' /** The other field, when it left its own. */
  field?: string
}
export type Paragraph = {
  /** `moved` stands at the new place, `left` at the old one with the whole old text. */
  kind: 'same' | 'changed' | 'split' | 'joined' | 'moved' | 'left'
  segments: Segment[]
  /** The blank space before it. */
  gap: Segment[]
  move?: Move
  /** The number of this change among all of the comparison. */
  change?: number
}
type Sides = { older: Piece[]; newer: Piece[]; late: Late }

/**
 * What changed between two texts, paragraph by paragraph in reading order. Moved, split and joined paragraphs are
 * recognised, and `textOf` gives both texts back exactly.
 */
export function compareText(older: string, newer: string, late: Late = never): Paragraph[] {
  const sides = { older: fewPieces(older), newer: fewPieces(newer), late }
  const texts: [string[], string[]] = [sides.older.map(textOfPiece), sides.newer.map(textOfPiece)]
  const stretches = alignLists(...texts)
  const links = linkParagraphs(texts, stretches, late)
  const byOlder = new Map(links.inPlace.map((link) => [link.older[0] as number, link]))
  const move = moves(links, stretches)
  return stretches.flatMap((stretch) =>
    stretch.same ? sames(sides, stretch) : replacements(sides, stretch, { byOlder, move }),
  )
}

/** A text of very many paragraphs, such as one word each, is compared in larger pieces: the answer has to travel. */
const mostPieces = 10_000

function fewPieces(text: string): Piece[] {
  const pieces = piecesOf(text)
  const each = Math.ceil(pieces.length / mostPieces)
  if (each <= 1) return pieces
  return Array.from({ length: Math.ceil(pieces.length / each) }, (_, index) => {
    const some = pieces.slice(index * each, (index + 1) * each)
    return { gap: some[0]?.gap ?? '', text: inOne(some) }
  })
}

/** The whole older or newer text that a comparison was made of. */
export function textOf(paragraphs: Paragraph[], side: 'older' | 'newer'): string {
  const without = side === 'older' ? 'added' : 'removed'
  return paragraphs
    .filter(({ kind }) => kind !== (side === 'older' ? 'moved' : 'left'))
    .flatMap(({ gap, segments }) => [...gap, ...segments])
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
}

function sames({ older, newer }: Sides, stretch: Stretch): Paragraph[] {
  return older.slice(...stretch.older).map((piece, index) => ({
    kind: 'same',
    gap: gaps(piece.gap, newer[stretch.newer[0] + index]?.gap),
    segments: piece.text ? [{ kind: 'same', text: piece.text }] : [],
  }))
}

type Found = { byOlder: Map<number, Link>; move: (newer: number | null, older: number | null) => Move | null }

/** Older and newer paragraphs of one stretch in one row; linked ones meet. */
function replacements(sides: Sides, stretch: Stretch, found: Found): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let [newerAt, olderAt] = [stretch.newer[0], stretch.older[0]]
  while (olderAt < stretch.older[1]) {
    const link = found.byOlder.get(olderAt)
    if (!link) {
      paragraphs.push(leaving(sides, olderAt, found))
      olderAt += 1
      continue
    }
    while (newerAt < (link.newer[0] as number)) paragraphs.push(coming(sides, newerAt++, found))
    paragraphs.push(linked(sides, link))
    newerAt = (link.newer.at(-1) as number) + 1
    olderAt = (link.older.at(-1) as number) + 1
  }
  while (newerAt < stretch.newer[1]) paragraphs.push(coming(sides, newerAt++, found))
  return paragraphs
}

function leaving({ older }: Sides, place: number, { move }: Found): Paragraph {
  const { gap, text } = older[place] as Piece
  const moved = move(null, place)
  const parts = { gap: gaps(gap, undefined), segments: only('removed', text) }
  return moved ? { kind: 'left', ...parts, move: moved } : { kind: text ? 'changed' : 'same', ...parts }
}

function coming({ older, newer, late }: Sides, place: number, { move }: Found): Paragraph {
  const { gap, text } = newer[place] as Piece
  const moved = move(place, null)
  const parts = { gap: gaps(undefined, gap), segments: only('added', text) }
  if (!moved) return { kind: text ? 'changed' : 'same', ...parts }
  const from = older[Number(moved.key)] as Piece
  return { kind: 'moved', gap: parts.gap, segments: compareWords(from.text, text, late), move: moved }
}

function linked({ older, newer, late }: Sides, link: Link): Paragraph {
  const [before, after] = [
    link.older.map((at) => older[at] as Piece),
    link.newer.map((at) => newer[at] as Piece),
  ]
  return {
    kind: link.kind,
    gap: gaps(before[0]?.gap, after[0]?.gap),
    segments: compareWords(inOne(before), inOne(after), late),
  }
}

function inOne([first, ...rest]: Piece[]): string {
  return [first?.text, ...rest.map(({ gap, text }) => gap + text)].join('')
}

/** Up or down is told by the paragraphs that stayed: the moved one passed some of them. */
function moves({ inPlace, moved }: Links, stretches: Stretch[]): Found['move'] {
  const stayed = stretches.filter(({ same }) => same)
  const stayedOlder = [...stayed.map(({ older }) => older), ...inPlace.map(({ older }) => ends(older))]
  const stayedNewer = [...stayed.map(({ newer }) => newer), ...inPlace.map(({ newer }) => ends(newer))]
  const found = [...moved].map(([newer, older]) => {
    const [before, after] = [countBefore(stayedOlder, older), countBefore(stayedNewer, newer)]
    const up = before === after ? newer < older : after < before
    return { newer, older, move: { key: String(older), direction: up ? 'up' : 'down' } satisfies Move }
  })
  const byNewer = new Map(found.map((entry) => [entry.newer, entry.move]))
  const byOlder = new Map(found.map((entry) => [entry.older, entry.move]))
  return (newer, older) => (newer === null ? byOlder.get(older as number) : byNewer.get(newer)) ?? null
}

function ends(list: number[]): [number, number] {
  return [list[0] as number, (list.at(-1) as number) + 1]
}

function countBefore(ranges: [number, number][], place: number): number {
  return ranges.filter(([from]) => from < place).reduce((sum, [from, to]) => sum + to - from, 0)
}

function gaps(older: string | undefined, newer: string | undefined): Segment[] {
  if (older !== undefined && older === newer) return only('same', older)
  return [...only('removed', older ?? ''), ...only('added', newer ?? '')]
}

function only(kind: Segment['kind'], text: string): Segment[] {
  return text === '' ? [] : [{ kind, text }]
}

function textOfPiece({ text }: Piece): string {
  return text
}
