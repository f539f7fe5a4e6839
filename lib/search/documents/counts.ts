import 'server-only'

/** How much there is to see under a heading or of an organisation, 0 to 100: each step up has twice as much. */
export function qualityOfCount(count: number): number {
  return count === 0 ? 0 : Math.min(100, 10 + 10 * Math.floor(Math.log2(count)))
}
