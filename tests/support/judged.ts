/** A query, what a reader wants of it, and what must be at the top for it to be answered. */
export type Judged = {
  id: string
  group: string
  q: string
  mustTop: { anyOf: string[]; within: number }
  mustNot?: string[]
}
export type Verdict = { query: Judged; fault: string }

/** Whether an answer, as the names of what was found in its order, is what was asked for; empty if so. */
export function faultOf({ mustTop, mustNot = [] }: Judged, found: string[]): string {
  const shown = found.filter((name) => mustNot.includes(name))
  if (shown.length > 0) return `shows ${shown.join(', ')}`
  const top = found.slice(0, mustTop.within)
  if (top.some((name) => mustTop.anyOf.includes(name))) return ''
  return `wants ${mustTop.anyOf.join(' or ')} within ${mustTop.within}, has ${found.slice(0, 5).join(', ') || 'nothing'}`
}

/** By group how many were answered, and below it what was not. */
export function tableOf(verdicts: Verdict[]): string {
  const lines = groupsOf(verdicts).map(({ group, right, all }) => `${group.padEnd(12)} ${right}/${all}`)
  const faults = verdicts.filter(({ fault }) => fault)
  return [...lines, ...faults.map(({ query, fault }) => `  ${query.id} ${query.q}: ${fault}`)].join('\n')
}

/** Groups in which fewer than nine of ten were answered. */
export function weakGroups(verdicts: Verdict[]): string[] {
  return groupsOf(verdicts)
    .filter(({ right, all }) => right < 0.9 * all)
    .map(({ group }) => group)
}

function groupsOf(verdicts: Verdict[]) {
  return [...new Set(verdicts.map(({ query }) => query.group))].map((group) => {
    const own = verdicts.filter(({ query }) => query.group === group)
    return { group, all: own.length, right: own.filter(({ fault }) => fault === '').length }
  })
}
