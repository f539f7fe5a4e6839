import 'server-only'
import { createHash } from 'node:crypto'
import * as limits from './limits'
import { CAPITALS_ONLY, SYNONYMS } from './synonyms'
import { SEARCH_FACETS } from './vocabulary'

// What every engine is set up by. Its hash is the version of an index: another version is another index.

const texts = (words: string) => words.trim().split(/\s+/)

/** Left out of a query, unless it has no other words. "No" and "not" say something. */
export const STOP_WORDS: readonly string[] = texts(`
  a an and are as at be but by can could did do does for from had has have how i if in into is it its me my of on or our
  should so some than that the their them then there these they this to us was we were what when where which who why will
  with would you your`)

/** What questions are asked with: left out where another word remains. */
export const ASKING_WORDS: readonly string[] = texts(`
  about any anybody anyone anything been being case cases define definition example examples find finding get getting
  give help know like look looking many mean meaning means much need needs please show somebody someone something studies study tell thing things try trying want`)

// The rules for English endings would make "tom" of TOMs and "busy" of business: these are families of their own.
const FAMILIES = `
  toms, lm3, sme smes, ict, leds, pins, news, wales, business businesses, university universities, international, internal,
  organic, ration rations, general, paper papers`

/** For each word that is compared otherwise than by its ending, the words that it is one with. */
export const OWN_FAMILY: ReadonlyMap<string, readonly string[]> = new Map(
  FAMILIES.split(',').flatMap((family) => texts(family).map((word) => [word, texts(family)] as const)),
)

/** Fields in order of worth. */
export const SEARCHABLE = [
  'title',
  'aliases',
  'labels',
  'organisation',
  'summary',
  'people',
  'body',
  'fileName',
  'fileText',
] as const

export const SETTINGS = {
  format: 1,
  searchable: SEARCHABLE,
  facets: SEARCH_FACETS,
  stopWords: STOP_WORDS,
  askingWords: ASKING_WORDS,
  synonyms: SYNONYMS,
  capitalsOnly: [...CAPITALS_ONLY],
  families: FAMILIES,
  oneSlipFrom: limits.oneSlipFrom,
  twoSlipsFrom: limits.twoSlipsFrom,
  totalMax: limits.totalMax,
  fileWordsMax: limits.fileWordsMax,
}

/** Twelve characters that change whenever an index would have to be written anew. */
export const settingsVersion = createHash('sha256')
  .update(JSON.stringify(SETTINGS))
  .digest('hex')
  .slice(0, 12)
