import 'server-only'
import { pool } from '@/lib/platform/db'
import { alternativesMax } from '../limits'
import { OWN_FAMILY } from '../settings'

/** A word that documents have: in how many of those that everybody may see. Of the others nothing is told. */
export type Known = { word: string; stem: string; docs: number }

/** The part of the vocabulary that a query is about. */
export type Vocabulary = {
  /** Every word of the same stem that documents have, the commonest first. */
  family(word: string): Known[]
  completions: Known[]
  has(word: string): boolean
  /** How many documents there are, roughly. */
  documents: number
  /** The state of the index that all this is of: it rises with whatever changes what is found. */
  asOf: string
}

const stems = new Map<string, string>()
const stemsKept = 20_000

/** The English stem of each of these words, or the family that we put it in. */
export async function stemsOf(words: string[]): Promise<(word: string) => string> {
  const asked = [...new Set(words)].filter((word) => !stems.has(word))
  if (stems.size + asked.length > stemsKept) stems.clear()
  const missing = [...new Set(words)].filter((word) => !stems.has(word))
  if (missing.length > 0) {
    const { rows } = await pool().query<{ word: string; stem: string }>({
      name: 'search-stems',
      text: `SELECT w AS word, coalesce((ts_lexize('english_stem', w))[1], w) AS stem FROM unnest($1::text[]) w`,
      values: [missing],
    })
    for (const { word, stem } of rows) stems.set(word, familyStem(word) ?? stem)
  }
  return (word) => stems.get(word) ?? word
}

type Looked = { words: string[]; completed: string }

/** What documents have of these words: their families, and how the last one may go on. */
export async function lookUp({ words, completed }: Looked): Promise<Vocabulary> {
  const stem = await stemsOf(words)
  const { rows } = await pool().query<Known & { role: 'family' | 'completion' | 'index' }>({
    name: 'search-families',
    text: `SELECT word, stem, docs, 'family' AS role
        FROM search_word WHERE (stem = ANY ($1) OR word = ANY ($3)) AND docs > 0
      UNION ALL (SELECT word, stem, docs, 'completion' FROM search_word
        WHERE $2 <> '' AND word LIKE $2 || '%' AND docs > 0
        ORDER BY docs DESC, word LIMIT ${alternativesMax})
      UNION ALL SELECT version::text, '', coalesce((SELECT max(tie) FROM search_document), 0), 'index' FROM search_state`,
    values: [[...new Set(words.map(stem))], completed, [...new Set(words.flatMap(familyOf))]],
  })
  const family = rows.filter(({ role }) => role === 'family').sort((a, b) => b.docs - a.docs)
  const index = rows.find(({ role }) => role === 'index')
  return {
    family: (word) =>
      family
        .filter((known) => known.word === word || (familyStem(known.word) ?? known.stem) === stem(word))
        .slice(0, alternativesMax),
    completions: rows.filter(({ role }) => role === 'completion'),
    has: (word) => family.some((known) => known.word === word),
    documents: index?.docs ?? 0,
    asOf: index?.word ?? '0',
  }
}

/** No stem of PostgreSQL begins like this. */
function familyStem(word: string): string | undefined {
  const family = OWN_FAMILY.get(word)
  return family && `=${family[0]}`
}

function familyOf(word: string): readonly string[] {
  return OWN_FAMILY.get(word) ?? [word]
}

type Sought = { word: string; slips: number }

/** Words of about the same letters and length: whether they differ by a slip is for the caller to see. */
export async function similarWords({ word, slips }: Sought): Promise<Known[]> {
  const { rows } = await pool().query<Known>({
    name: 'search-similar',
    text: `SELECT word, stem, docs FROM search_word
      WHERE (word >= $4 AND word < $5 OR word >= $6 AND word < $7) AND length BETWEEN $2::int - $3 AND $2::int + $3 AND bit_count((letters # (SELECT search_letters($1)))::bit(32)) <= 2 * $3::int
        AND docs > 0`,
    values: [word, word.length, slips, ...beginningsOf(word, slips)],
  })
  return rows
}

/** Where such words stand in the order of the alphabet: one slip is never a wrong first letter, but may swap it. */
function beginningsOf(word: string, slips: number): [string, string, string, string] {
  if (slips > 1) return ['', LAST, LAST, LAST]
  const [first = '', second = ''] = word
  return [first, first + LAST, second, second + LAST]
}

const LAST = '\u{10FFFF}'
