import { query } from './database.mjs'
import { randomFrom } from './random.mjs'

const SEED = 11
const each = 50

/** Of a mixture, so many of each kind; the word in the middle is measured apart. */
const MIXTURE = { common: 8, rare: 10, 'two words': 8, title: 9, phrase: 5, slip: 10 }

/**
 * Fifty queries of every kind, drawn by a seed from what the index holds: a common word is in more than a fifth of all
 * texts, one in the middle in 1 to 5 %, a rare one in 0.2 % or fewer than four. A slip is a letter left out of a rare word, or two
 * swapped.
 */
export async function queriesOf(url) {
  const random = randomFrom(SEED)
  const words = await wordsOf(url)
  const [{ n }] = await query(url, 'SELECT count(*)::int AS n FROM search_document')
  const within = (least, most) => words.filter(({ docs }) => docs > least && docs <= most)
  const [common, middle] = [within(n * 0.2, n), within(n * 0.01, n * 0.05)]
  const few = within(0, Math.max(3, n * 0.002))
  // Of very many texts hardly a made-up word is rare: then the rarest are taken.
  const rare = few.length > 500 ? few : words.slice(-1000)
  const long = rare.filter(({ word }) => word.length >= 7)
  const titles = await titlesOf(url)
  // Each once: what was found is kept, and a word asked for again would cost nothing.
  const left = new Map([rare, middle, common, long].map((some) => [some, random.some(some, some.length)]))
  const one = (some) => (left.get(some).pop() ?? random.pick(some)).word
  const title = (count) => random.pick(titles).split(' ').slice(-count).join(' ')
  const make = {
    rare: () => one(rare),
    middle: () => one(middle),
    common: () => one(common),
    'two words': () => `${one(common)} ${one(middle)}`,
    title: () => title(3),
    phrase: () => `"${title(3)}"`,
    slip: () => slip(random, one(long)),
  }
  return Object.fromEntries(
    Object.entries(make).map(([kind, draw]) => [kind, Array.from({ length: each }, draw)]),
  )
}

/** Fifty of all kinds, mixed, so that the first few hold every kind. */
export function mixtureOf(queries) {
  const words = Object.entries(MIXTURE).flatMap(([kind, count]) => queries[kind].slice(0, count))
  return randomFrom(SEED).some(words, words.length)
}

/** What somebody has typed so far: the first letters of words that the index has. */
export async function beginningsOf(url) {
  const random = randomFrom(SEED + 1)
  const words = (await wordsOf(url)).slice(0, 3000)
  return Array.from({ length: each }, () => random.pick(words).word.slice(0, random.between(2, 5)))
}

function wordsOf(url) {
  return query(
    url,
    `SELECT word, docs FROM search_word WHERE docs > 0 AND word ~ '^[a-z]{5,}$' ORDER BY docs DESC, word`,
  )
}

async function titlesOf(url) {
  const rows = await query(
    url,
    `SELECT title FROM search_document WHERE kind = 'case_study' ORDER BY md5(ref) LIMIT 300`,
  )
  return rows.map(({ title }) => title)
}

/** The first letter stays: whoever types a word seldom mistakes it. */
function slip(random, word) {
  const at = random.between(2, word.length - 2)
  return random.chance(0.5)
    ? word.slice(0, at) + word.slice(at + 1)
    : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}
