/** What is typed, in characters: a longer query is refused, never cut unseen. */
export const typedMax = 1000
/** Words that count, after those that say nothing ("the", "how") are left out. */
export const termsMax = 10
export const PER_PAGE = [10, 20, 50] as const
export const perPageUsual = 20
/** Beyond so many the number is "more than". */
export const totalMax = 10_000
export const csvMax = 1000
export const snippetMax = 240
export const suggestionsMax = 8
/** Words of a file that are read. */
export const fileWordsMax = 60_000
/** Other words tried for one that was typed. */
export const alternativesMax = 40
/** Letters from which a word is looked up with one slip, and with two. */
export const oneSlipFrom = 5
export const twoSlipsFrom = 9
/** Characters of the query that a saved search is kept as: mail names it in one line of its head. */
export const savedMax = 500
