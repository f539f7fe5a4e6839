import 'server-only'
import { pool } from '@/lib/platform/db'
import { stemsOf } from '../../plan/known-words'
import { OWN_FAMILY } from '../../settings'
import { fieldNames, type Name } from './names'

/** By word or row of words what counts as it. */
export type Synonyms = Record<string, string[]>

const familyMax = 20
/** Meilisearch takes no more than fifty rows and a hundred words for one. */
const rowsMax = 45
const wordsMax = 95
/** Forms of a row of words that are tried: "school meal", "school meals". */
const formsMax = 6

/**
 * Words of one stem, as the documents have them, and the names of the field: Meilisearch knows neither. Only words that
 * have something to say.
 */
export async function synonymsNow(): Promise<Synonyms> {
  const { all } = await fieldNames()
  const families = await familiesNow(all)
  const synonyms = new Map<string, Set<string>>()
  const note = (key: string, others: string[]) => {
    const known = synonyms.get(key) ?? new Set<string>()
    for (const other of others) if (other !== key) known.add(other)
    if (known.size > 0) synonyms.set(key, known)
  }
  for (const [word, family] of families) note(word, family.slice(0, familyMax + 1))
  const familyOf = (word: string) => families.get(word) ?? [word]
  for (const name of all) for (const key of keysOf(name, familyOf)) note(key, formsOf(name, key, familyOf))
  return Object.fromEntries([...synonyms].sort().map(([key, others]) => [key, limited([...others])]))
}

/**
 * Every word that is of one family with another, with all of them, the commonest first: as lib/search/plan has them. The
 * words of names have their families even where no text has just that form of them.
 */
async function familiesNow(names: Name[]): Promise<Map<string, string[]>> {
  const { rows } = await pool().query<{ stem: string; words: string[] }>(
    `SELECT stem, array_agg(word ORDER BY docs DESC, word) AS words FROM search_word
     WHERE docs > 0 AND NOT word = ANY ($1) GROUP BY stem`,
    [[...OWN_FAMILY.keys()]],
  )
  const byStem = new Map(rows.map(({ stem, words }) => [stem, words] as const))
  const several = rows.filter(({ words }) => words.length > 1)
  const families = new Map(several.flatMap(({ words }) => words.map((word) => [word, words] as const)))
  for (const [word, family] of OWN_FAMILY) if (family.length > 1) families.set(word, [...family])
  const named = [...new Set(names.flatMap(({ own, means }) => [...own, ...means.flat()]))]
  const stem = await stemsOf(named)
  for (const word of named)
    if (!OWN_FAMILY.has(word)) families.set(word, [...new Set([word, ...(byStem.get(stem(word)) ?? [])])])
  return families
}

/** A single word is a name in each of its forms. */
function keysOf({ written, own }: Name, familyOf: (word: string) => string[]): string[] {
  return own.length === 1 ? [...new Set([written, ...familyOf(written)])] : [written]
}

function formsOf({ own, means }: Name, key: string, familyOf: (word: string) => string[]): string[] {
  const rows = own.length > 1 && own.join(' ') !== key ? [own, ...means] : means
  return rows.flatMap((row) => forms(row, familyOf))
}

function forms(row: string[], familyOf: (word: string) => string[]): string[] {
  const most = row.length === 1 ? familyMax : formsMax
  let all: string[][] = [[]]
  for (const word of row) {
    const places = [word, ...familyOf(word).filter((other) => other !== word)]
    all = places.flatMap((place) => all.map((begun) => [...begun, place])).slice(0, most)
  }
  return all.map((words) => words.join(' '))
}

function limited(rows: string[]): string[] {
  let words = 0
  return rows.slice(0, rowsMax).filter((row) => {
    words += row.split(' ').length
    return words <= wordsMax
  })
}
