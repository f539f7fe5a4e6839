import 'server-only'
import { calledByCpv } from '@/lib/taxonomy/cpv'
import { headingTree } from '@/lib/taxonomy/queries'
import { termsMax } from '../limits'
import type { Plan, Term, Way } from '../schema'
import { ASKING_WORDS, STOP_WORDS } from '../settings'
import { ACRONYMS } from '../synonyms'
import { plainWords } from '../words'
import { askedToCorrect, begunWord, correct } from './correct'
import { joinNames, type Piece } from './keys'
import { lookUp, type Vocabulary } from './known-words'
import { type Parsed, parse, type TypedWord } from './parse'

const stopWords: ReadonlySet<string> = new Set(STOP_WORDS)
const askingWords: ReadonlySet<string> = new Set(ASKING_WORDS)
const synonymsMax = 20
/** Shorter numbers are years and amounts. */
const CPV = /^\d{8}$/

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
  const asTyped = await chosenOf(parsed, parsed.words)
  const asked = exactly ? [] : askedToCorrect(parsed)
  const known = await lookUp({ words: [...asked, ...asTyped.asked], completed: begunWord(parsed) })
  const { words, taken } = exactly ? { words: parsed.words, taken: [] } : await correct(parsed, known, acl)
  const isAsTyped = words.every((word, place) => word === parsed.words[place])
  const chosen = isAsTyped ? asTyped : await chosenOf(parsed, words)
  const { completed } = chosen
  const isKnown = isAsTyped && ['', begunWord(parsed)].includes(completed)
  const vocabulary = isKnown
    ? { ...known, completions: completed ? known.completions : [] }
    : await lookUp({ words: chosen.asked, completed })
  const terms = joinNeighbours(chosen.used, vocabulary).map((piece, place, all) =>
    termOf(piece, vocabulary, parsed.open && place === all.length - 1),
  )
  return {
    typed: parsed.typed,
    terms: [...terms, ...chosen.phrases.map((phrase) => phraseTerm(phrase, vocabulary))],
    without: parsed.without,
    truncated: chosen.truncated,
    taken,
    asOf: known.asOf,
  }
}

type Chosen = {
  used: Piece[]
  phrases: TypedWord[][]
  truncated: boolean
  /** What the vocabulary is asked for. */
  asked: string[]
  completed: string
}

/** The pieces that are looked for, of what was typed or of what was meant. */
async function chosenOf(parsed: Parsed, words: TypedWord[]): Promise<Chosen> {
  const pieces = telling(await namesIn(words), parsed.phrases.length > 0)
  const used = pieces.slice(0, termsMax)
  const phrases = parsed.phrases.slice(0, termsMax - used.length)
  return {
    used,
    phrases,
    truncated: pieces.length + parsed.phrases.length > termsMax,
    asked: [...used.flatMap(wordsOf), ...neighbours(used), ...phrases.flat().map(({ word }) => word)],
    completed: lastOpen(parsed, used),
  }
}

/** Names of the field are one piece; a code of the Common Procurement Vocabulary is the headings that it means. */
async function namesIn(words: TypedWord[]): Promise<Piece[]> {
  const pieces = await joinNames(words)
  if (!words.some(({ word }) => CPV.test(word))) return pieces
  const headings = [...(await headingTree()).values()].filter(({ retiredAt }) => retiredAt === null)
  return pieces.map((piece) => {
    const [number] = piece.words
    if (!number || !CPV.test(number.word)) return piece
    const codes = calledByCpv(number.word, headings).map(({ code }) => plainWords(code))
    // Its check digit says nothing more.
    return { ...piece, words: [number], synonyms: [...piece.synonyms, ...codes], glued: false }
  })
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
  return [...words.flatMap(({ word, also }) => [word, ...(also ?? [])]), ...synonyms.flat()]
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
  const completed = last && piece.words.length === 1 ? completionsOf(piece, places, vocabulary) : []
  const said = places.every((words) => words.some((word) => vocabulary.has(word)))
  const ways: Way[] = [
    // What nothing has is looked for all the same, unless it is the beginning of something.
    ...(said || (completed.length === 0 && places.every((words) => words.length > 0))
      ? [{ places, together: piece.glued ?? false, by: 'typed' as const }]
      : []),
    ...splits(piece),
    ...piece.synonyms.slice(0, synonymsMax).map((words): Way => {
      return { places: words.map(family), together: true, by: 'synonym' }
    }),
    ...(completed.length > 0 ? [{ places: [completed], together: false, by: 'prefix' as const }] : []),
  ]
  const typed = piece.words.map(({ written }) => written).join(piece.glued ? '-' : ' ')
  return { typed, ways, phrase: false, weight: weightOf(places, vocabulary) }
}

/** How a word may go on. Numbers and abbreviations do not: "EV" is no beginning of "evaluation". */
function completionsOf(piece: Piece, places: string[][], { completions }: Vocabulary): string[] {
  const word = alone(piece) ?? ''
  if (/^\p{N}/u.test(word) || (piece.synonyms.length > 0 && ACRONYMS.has(word))) return []
  return completions.map(({ word }) => word).filter((word) => !places.flat().includes(word))
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
