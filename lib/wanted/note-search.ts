import 'server-only'
import { log } from '@/lib/platform/log'
import { becomeWanted } from './become-wanted'
import { countGap, countOpened, forgetGap } from './count-gap'
import { wordsToKeep } from './words-to-keep'

type Search = {
  /** As they were typed. */
  words: string
  /** How many were found by all of the words, with nothing narrowed. */
  total: number
  /** The account's id, or the network address of whoever is not signed in. */
  visitor: string
}

/**
 * Counts a search that finds nothing; the fifth person puts its words on the wanted list. Called after the answer: it
 * never throws, and a failure says nothing of what was searched for.
 */
export function noteSearch({ words: typed, total, visitor }: Search): Promise<void> {
  return quietly(typed, async (words) => {
    if (total > 0) return forgetGap(words)
    if (await countGap({ words, kind: 'none', visitor })) await becomeWanted(words, 'searched')
  })
}

/** Counts that results were shown for these words. As `noteSearch`; whether few open one is seen every night. */
export function noteShown({ words: typed, visitor }: Omit<Search, 'total'>): Promise<void> {
  return quietly(typed, async (words) => {
    await countGap({ words, kind: 'unopened', visitor })
  })
}

/** Counts that one of the results shown for these words was opened. */
export function noteOpened({ words }: Pick<Search, 'words'>): Promise<void> {
  return quietly(words, countOpened)
}

async function quietly(typed: string, count: (words: string) => Promise<void>): Promise<void> {
  try {
    const words = wordsToKeep(typed)
    if (words !== null) await count(words)
  } catch (error) {
    // The message of an error may hold the words.
    log('warn', 'a search was not counted', { error: error instanceof Error ? error.name : 'unknown' })
  }
}
