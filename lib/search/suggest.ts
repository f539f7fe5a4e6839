import 'server-only'
import { LRUCache } from 'lru-cache'
import { listHeadings } from '@/lib/taxonomy/queries'
import { searchPool } from './engines/postgres/connection'
import { suggestionsMax } from './limits'
import { type FoundRow, visibleRows } from './rows'
import { STOP_WORDS } from './settings'
import type { Kind } from './vocabulary'
import { plainWords, readable, wordsIn } from './words'

/** What somebody may have begun to type: words to search for, or the name of something that there is. */
export type Suggestion = { text: string; kind: 'words' | Kind }

const typedMax = 200
const prefixMin = 2
const completionsMax = 4
const headingsMax = 2
// Of very many that begin so the best of these are shown.
const titlesMax = 200
// So many documents show how people go on after the words before.
const readMax = 40
// A word right behind the one before tells more than the same word anywhere else.
const besideWorth = 100

/**
 * How a query may go on: completions of its last word, headings and titles. Each leads to something that `acl` opens; of
 * anything else nothing is told.
 */
export async function suggest(typed: string, acl: readonly string[]): Promise<Suggestion[]> {
  const begun = readBegun(typed)
  if (!begun) return []
  const [completions, headings, titles] = await Promise.all([
    begun.before.length > 0 ? continued(begun, acl) : completed(begun, acl),
    headingsNamed(begun),
    titlesWith(begun, acl),
  ])
  const found: Suggestion[] = [
    ...completions.map((word) => ({ text: `${begun.head}${word}`, kind: 'words' as const })),
    ...headings.map((text) => ({ text, kind: 'category' as const })),
    ...titles,
  ]
  const seen = new Set<string>()
  const isNew = ({ text }: Suggestion) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase())
  return found.filter(isNew).slice(0, suggestionsMax)
}

/** `head` is what stands before the last word, as typed; `last` is empty once a space follows it. */
type Begun = { head: string; before: string[]; last: string }

function readBegun(typed: string): Begun | null {
  const text = readable(typed).trimStart()
  if (text.length > typedMax || /["“”]|(?:^|\s)-\S*$/.test(text)) return null
  const words = wordsIn(text)
  const last = words.at(-1)
  if (!last) return null
  const isOpen = last.end === text.length
  if (isOpen && last.word.length < prefixMin && words.length === 1) return null
  const before = (isOpen ? words.slice(0, -1) : words).map(({ word }) => word)
  return {
    head: text.slice(0, isOpen ? last.start : text.length),
    before: before.filter((word) => !stopWords.has(word)),
    last: isOpen ? last.word : '',
  }
}

const stopWords: ReadonlySet<string> = new Set(STOP_WORDS)

/** The commonest words that begin so, one of each family. */
async function completed({ last }: Begun, acl: readonly string[]): Promise<string[]> {
  if (last.length < prefixMin) return []
  // Whoever may see more than everybody still gets the words that everybody may see: the others are counted for nobody.
  const { rows } = await searchPool().query<{ word: string; stem: string }>({
    name: 'suggest-words',
    text: `SELECT word, stem FROM search_word WHERE word LIKE $1 || '%' AND docs > 0 AND 'public' = ANY ($2::text[])
      ORDER BY docs DESC, word LIMIT 24`,
    values: [last, acl],
  })
  return firstOfEach(rows, ({ stem }) => stem)
    .map(({ word }) => word)
    .filter((word) => word !== last && !stopWords.has(word))
    .slice(0, completionsMax)
}

/** How documents that have the words before go on: words that stand right behind them first. */
async function continued(begun: Begun, acl: readonly string[]): Promise<string[]> {
  const { before, last } = begun
  if (last === '') return []
  const { rows } = await searchPool().query<{ text: string }>({
    name: 'suggest-continued',
    text: `SELECT concat_ws(' . ', title, texts ->> 'labels', texts ->> 'summary') AS text FROM search_document
      WHERE words @@ $1::tsquery AND (open OR acl && $2::text[]) AND kind <> 'document' LIMIT ${readMax}`,
    values: [queryOf(begun), acl],
  })
  const worth = new Map<string, number>()
  for (const { text } of rows) {
    const words = plainWords(text)
    const have = new Set(words)
    if (!before.every((word) => have.has(word))) continue
    for (const [place, word] of words.entries())
      if (word.startsWith(last) && word !== last && !before.includes(word))
        worth.set(word, (worth.get(word) ?? 0) + (words[place - 1] === before.at(-1) ? besideWorth : 1))
  }
  const ordered = [...worth].sort(([a, one], [b, other]) => other - one || a.localeCompare(b))
  const beside = ordered.filter(([, value]) => value >= besideWorth)
  const words = (beside.length > 0 ? beside : ordered).map(([word]) => word)
  return firstOfEach(words, (word) => word.replace(/s$/, '')).slice(0, completionsMax)
}

/** Headings in use whose name, or another name, has every word. */
async function headingsNamed(begun: Begun): Promise<string[]> {
  const has = (text: string) => isIn(begun, wordsOfName(text))
  const headings = await listHeadings()
  const named = headings.filter(({ name }) => has(name))
  const called = headings.filter(({ name, alsoCalled }) => !has(name) && alsoCalled.some(has))
  return [...named, ...called].slice(0, headingsMax).map(({ name }) => name)
}

// Names of headings are few, and each letter that somebody types asks for all of them.
const wordsOfNames = new LRUCache<string, string[]>({ max: 5000 })

function wordsOfName(name: string): string[] {
  const known = wordsOfNames.get(name) ?? plainWords(name)
  wordsOfNames.set(name, known)
  return known
}

/** Things whose title has every word, as their own tables have them now. */
async function titlesWith(begun: Begun, acl: readonly string[]): Promise<Suggestion[]> {
  const { rows } = await searchPool().query<{ id: string }>({
    name: 'suggest-titles',
    text: `SELECT id FROM (
        SELECT id, type_rank, quality, tie FROM search_document
        WHERE title_words @@ $1::tsquery AND (open OR acl && $2::text[]) AND kind <> 'category' LIMIT ${titlesMax}) few
      ORDER BY type_rank, quality DESC, tie LIMIT ${suggestionsMax}`,
    values: [queryOf(begun), acl],
  })
  const shown = await visibleRows(rows.map(({ id }) => id))
  return rows.flatMap(({ id }) => {
    const found = shown.get(id)
    const text = found ? titleOf(found) : ''
    return found && isIn(begun, plainWords(text)) ? [{ text, kind: found.kind }] : []
  })
}

function titleOf(found: FoundRow): string {
  if (found.kind === 'organisation' || found.kind === 'person' || found.kind === 'category')
    return found.row.name
  return found.row.title
}

function isIn({ before, last }: Begun, words: string[]): boolean {
  return (
    before.every((word) => words.includes(word)) &&
    (last === '' || words.some((word) => word.startsWith(last)))
  )
}

/** Words are letters and digits only, so that none can be anything else in a query. */
function queryOf({ before, last }: Begun): string {
  return [...before.map((word) => `'${word}'`), ...(last ? [`'${last}':*`] : [])].join(' & ')
}

function firstOfEach<Entry>(entries: Entry[], key: (entry: Entry) => string): Entry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => !seen.has(key(entry)) && seen.add(key(entry)))
}
