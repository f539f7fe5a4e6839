import 'server-only'
import { searchPool } from '../engines/postgres/connection'
import type { Plan } from '../schema'
import { ACRONYMS } from '../synonyms'
import { lookUp, type Vocabulary } from './known-words'
import type { Parsed, TypedWord } from './parse'
import { wordsMeantBy } from './slips'
import { britishSpelling, deedsOf } from './spellings'

const shortestPart = 2
const longestSplit = 30
const ABBREVIATION = /^\p{Lu}{2,6}s?$/u

type Corrected = { words: TypedWord[]; taken: Plan['taken'] }

/** What `correct` asks the vocabulary for. */
export function askedToCorrect({ words }: Parsed): string[] {
  return words.filter(({ capitals }) => !capitals).flatMap(({ word }) => [word, ...relatives(word)])
}

/** The word that may still be typed, unless it is too short to go on. */
export function begunWord({ words, open }: Parsed): string {
  const last = open ? (words.at(-1)?.word ?? '') : ''
  return last.length >= 2 ? last : ''
}

/**
 * Takes a word that nothing has for the one that was most likely meant; every word that is known stays as it is, the
 * very object.
 */
export async function correct(
  parsed: Parsed,
  vocabulary: Vocabulary,
  acl: readonly string[],
): Promise<Corrected> {
  const { words } = parsed
  const begun = begunWord(parsed)
  const spelled = words.map((typed) => asWrittenHere(typed, vocabulary))
  const isKnown = ({ word, written, capitals, also }: TypedWord) =>
    capitals ||
    also !== undefined ||
    ACRONYMS.has(word) ||
    ABBREVIATION.test(written) ||
    vocabulary.family(word).length > 0
  const isBegun = ({ word }: TypedWord) => word === begun && vocabulary.completions.length > 0
  const corrected = await Promise.all(
    spelled.map((typed) => (isKnown(typed) ? { typed, as: null } : meant(typed, isBegun(typed), acl))),
  )
  return {
    words: corrected.map(({ typed, as }) => as ?? typed),
    taken: corrected.flatMap(({ typed, as }) => (as ? [{ typed: typed.written, as: as.written }] : [])),
  }
}

function relatives(word: string): string[] {
  return [britishSpelling(word) ?? [], deedsOf(word)].flat()
}

/** A word that nothing has, but that is known in another spelling or by what it does, is no slip. */
function asWrittenHere(typed: TypedWord, vocabulary: Vocabulary): TypedWord {
  if (vocabulary.has(typed.word)) return typed
  const british = britishSpelling(typed.word)
  if (british && vocabulary.family(british).length > 0) return { ...typed, word: british }
  const deed = deedsOf(typed.word).find((word) => vocabulary.family(word).length > 0)
  return deed && vocabulary.family(typed.word).length === 0 ? { ...typed, also: [deed] } : typed
}

async function meant(typed: TypedWord, begun: boolean, acl: readonly string[]) {
  const [isOpen, parts, [best, ...others]] = await Promise.all([
    acl.length > 1 && isOpenTo(typed.word, acl),
    partsOf(typed.word),
    begun ? [] : wordsMeantBy(typed.word),
  ])
  if (isOpen) return { typed, as: null }
  if (parts) return { typed, as: { ...typed, written: parts.join(' '), split: parts } }
  if (!best) return { typed, as: null }
  return {
    typed,
    as: { ...typed, word: best.word, written: best.word, also: others.map(({ word }) => word) },
  }
}

/** Two words written as one, where somebody wrote them side by side. */
async function partsOf(word: string): Promise<[string, string] | null> {
  if (word.length < 2 * shortestPart || word.length > longestSplit || /\p{N}/u.test(word)) return null
  const pairs = Array.from({ length: word.length - 2 * shortestPart + 1 }, (_, place): [string, string] => [
    word.slice(0, shortestPart + place),
    word.slice(shortestPart + place),
  ])
  const vocabulary = await lookUp({ words: pairs.flat(), completed: '' })
  const known = pairs.filter((pair) => pair.every((part) => vocabulary.has(part)))
  const written = await Promise.all(known.map(isWritten))
  return known.find((_, place) => written[place]) ?? null
}

/** Whether anything that everybody may see has these two words side by side. */
async function isWritten([one, other]: [string, string]): Promise<boolean> {
  const { rows } = await searchPool().query({
    name: 'search-side-by-side',
    text: `SELECT FROM search_document WHERE words @@ ($1 || ' <-> ' || $2)::tsquery AND 'public' = ANY (acl) LIMIT 1`,
    values: [`'${one}'`, `'${other}'`],
  })
  return rows.length > 0
}

/** Whether anything that this person may see has the word, though not everybody may see it. */
async function isOpenTo(word: string, acl: readonly string[]): Promise<boolean> {
  const { rows } = await searchPool().query({
    name: 'search-open-word',
    text: 'SELECT FROM search_document WHERE words @@ $1::tsquery AND acl && $2::text[] LIMIT 1',
    values: [`'${word}'`, acl],
  })
  return rows.length > 0
}
