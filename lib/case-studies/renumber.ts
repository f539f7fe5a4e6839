import 'server-only'
import canonicalize from 'canonicalize'
import type { Json, JsonObject } from '@/lib/revisions/shape'

type Numbered = JsonObject & { number: number }

/**
 * Two people who each add a link give it the same next number. Gives mine another, and changes my references to it, in
 * prose as in `[6](#source-6)` and under the source of a result.
 */
export function renumberMine(base: JsonObject, theirs: JsonObject, mine: JsonObject): JsonObject {
  const known = new Set(linksOf(base).map(({ number }) => number))
  const added = (content: JsonObject) => linksOf(content).filter(({ number }) => !known.has(number))
  const taken = new Map(added(theirs).map((link) => [link.number, link]))
  const moves = new Map<number, number>()
  let next = Math.max(
    0,
    ...[base, theirs, mine].flatMap((content) => linksOf(content).map(({ number }) => number)),
  )
  for (const link of added(mine)) {
    const same = [...taken.values()].find((other) => contentOf(other) === contentOf(link))
    if (same) moves.set(link.number, same.number)
    else if (taken.has(link.number)) moves.set(link.number, ++next)
  }
  const changed = [...moves].filter(([from, to]) => from !== to)
  return changed.length > 0 ? (rewrite(mine, new Map(changed)) as JsonObject) : mine
}

function rewrite(content: JsonObject, moves: Map<number, number>): JsonObject {
  const to = (number: string) => String(moves.get(Number(number)) ?? number)
  const inProse = (text: string) =>
    text.replace(/\[(\d{1,4})\]\(#source-(\d{1,4})\)/g, (_all, shown: string, number: string) => {
      return `[${shown === number ? to(number) : shown}](#source-${to(number)})`
    })
  const resources = linksOf(content).map((link) => ({
    ...link,
    number: moves.get(link.number) ?? link.number,
  }))
  const results = rowsOf(content.results).map((row) => {
    const source = String(row.source ?? '')
    return /^\d{1,4}(\s*,\s*\d{1,4})*$/.test(source) ? { ...row, source: source.replace(/\d+/g, to) } : row
  })
  const texts = Object.entries(content).map(([name, value]) => [
    name,
    typeof value === 'string' ? inProse(value) : value,
  ])
  return { ...(Object.fromEntries(texts) as JsonObject), resources, results }
}

function contentOf(link: JsonObject): string {
  return canonicalize({ ...link, number: 0 }) ?? ''
}

function linksOf(content: JsonObject): Numbered[] {
  return rowsOf(content.resources).filter((row): row is Numbered => typeof row.number === 'number')
}

function rowsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? (value as JsonObject[]) : []
}
