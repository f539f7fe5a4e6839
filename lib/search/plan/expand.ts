import 'server-only'
import { termsMax } from '../limits'
import type { Plan, Term, Way } from '../schema'
import { ASKING_WORDS, STOP_WORDS } from '../settings'
import { correct } from './correct'
import { joinNames, type Piece } from './keys'
import { type Parsed, parse, type TypedWord } from './parse'
import { lookUp, type Vocabulary } from './vocabulary'

const stopWords: ReadonlySet<string> = new Set(STOP_WORDS)
const askingWords: ReadonlySet<string> = new Set(ASKING_WORDS)
const synonymsMax = 20

export type Wish = {
  typed: string
  /** Nothing that was typed is taken for something else. */
  exactly: boolean
  /** What the viewer may see. */
  acl: readonly string[]
}

/** What a query looks for, with everything that counts as it: the one plan that each engine follows. */
export async function planOf({ typed, exactly, acl }: Wish): Promise<Plan> {
  const parsed = parse(typed)
  const { words, taken } = exactly ? { words: parsed.words, taken: [] } : await correct(parsed, acl)
  const pieces = telling(await joinNames(words), parsed.phrases.length > 0)
  const used = pieces.slice(0, termsMax)
  const phrases = parsed.phrases.slice(0, termsMax - used.length)
  const vocabulary = await lookUp({
    words: [...used.flatMap(wordsOf), ...neighbours(used), ...phrases.flat().map(({ word }) => word)],
    completed: lastOpen(parsed, used),
  })
  const terms = joinNeighbours(used, vocabulary).map((piece, place, all) =>
    termOf(piece, vocabulary, parsed.open && place === all.length - 1),
  )
  return {
    typed: parsed.typed,
    terms: [...terms, ...phrases.map((phrase) => phraseTerm(phrase, vocabulary))],
    without: parsed.without,
    truncated: pieces.length + parsed.phrases.length > termsMax,
    taken,
  }
}

/** Without the words that say nothing, unless there are no others. */
function telling(pieces: Piece[], besidesPhrases: boolean): Piece[] {
  const says = (piece: Piece, silent: ReadonlySet<string>) =>
    piece.words.length > 1 || piece.words.some(({ word, capitals }) => capitals || !silent.has(word))
  const said = pieces.filter((piece) => says(piece, stopWords))
  if (said.length === 0) return besidesPhrases ? [] : pieces
  const asked = said.filter((piece) => says(piece, askingWords))
  return asked.length > 0 ? asked : said
}

function wordsOf({ words, synonyms }: Piece): string[] {
  return [...words.map(({ word }) => word), ...synonyms.flat()]
}

const alone = ({ words }: Piece) => (words.length === 1 ? words[0]?.word : undefined)

/** "Street lighting" may be written "streetlighting". */
function neighbours(pieces: Piece[]): string[] {
  return pieces.flatMap((piece, place) => {
    const next = pieces[place + 1]
    return next && alone(piece) && alone(next) ? [`${alone(piece)}${alone(next)}`] : []
  })
}

function joinNeighbours(pieces: Piece[], vocabulary: Vocabulary): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const word = last && alone(last) && alone(piece) ? `${alone(last)}${alone(piece)}` : ''
    if (last && word && vocabulary.has(word))
      joined[joined.length - 1] = { words: [...last.words, ...piece.words], synonyms: [[word]] }
    else joined.push(piece)
  }
  return joined
}

function lastOpen({ open }: Parsed, pieces: Piece[]): string {
  const last = pieces.at(-1)
  const word = open && last && last.words.length === 1 ? (alone(last) ?? '') : ''
  return word.length >= 2 && !last?.words[0]?.capitals ? word : ''
}

function termOf(piece: Piece, vocabulary: Vocabulary, last: boolean): Term {
  const family = (word: string) => withFamily(word, vocabulary)
  const places = piece.words.map(({ word, capitals, also }) =>
    capitals ? [] : [...new Set([word, ...(also ?? [])].flatMap(family))],
  )
  const own: Way = { places, together: false, by: 'typed' }
  const synonyms = piece.synonyms.slice(0, synonymsMax).map((words): Way => {
    return { places: words.map(family), together: true, by: 'synonym' }
  })
  const known = new Set(places.flat())
  const completed = vocabulary.completions.map(({ word }) => word).filter((word) => !known.has(word))
  const prefix: Way[] =
    last && piece.words.length === 1 && completed.length > 0
      ? [{ places: [completed], together: false, by: 'prefix' }]
      : []
  return {
    typed: piece.words.map(({ written }) => written).join(' '),
    ways: [
      ...(places.every((place) => place.length > 0) ? [own] : []),
      ...splits(piece),
      ...synonyms,
      ...prefix,
    ],
    phrase: false,
    weight: weightOf(places, vocabulary),
  }
}

/** A word that is known as two: "streetlighting". */
function splits({ words: [word] }: Piece): Way[] {
  return word?.split ? [{ places: word.split.map((part) => [part]), together: true, by: 'slip' }] : []
}

function phraseTerm(words: TypedWord[], vocabulary: Vocabulary): Term {
  const places = words.map(({ word }) => [word])
  return {
    typed: words.map(({ written }) => written).join(' '),
    ways: [{ places, together: true, by: 'typed' }],
    phrase: true,
    weight: weightOf(places, vocabulary),
  }
}

function withFamily(word: string, vocabulary: Vocabulary): string[] {
  return [...new Set([word, ...vocabulary.family(word).map((known) => known.word)])]
}

/** Rare words tell more; a row of words as much as its rarest. */
function weightOf(places: string[][], vocabulary: Vocabulary): number {
  const docs = places.map((words) =>
    words.reduce(
      (sum, word) => sum + (vocabulary.family(word).find((known) => known.word === word)?.docs ?? 0),
      0,
    ),
  )
  return Math.log(1 + vocabulary.documents / (Math.min(...docs, vocabulary.documents) + 0.5))
}
