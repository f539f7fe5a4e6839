import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { db } from '@/lib/platform/db'
import { search } from '@/lib/search/find'
import { readState } from '@/lib/search/state'
import { readStarterFiles } from '@/prisma/starter-files'
import { faultOf, type Judged } from './judged'

/** Queries on the starter content, judged by reading it. */
export function judgedQueries(): Judged[] {
  const path = fileURLToPath(new URL('../integration/search/judged/queries.json', import.meta.url))
  return (JSON.parse(readFileSync(path, 'utf8')) as { queries: Judged[] }).queries
}

/** Searches as the page does, and says what is amiss with the answer to a judged query; nothing if it is as it should be. */
export async function starterJudge() {
  const names = await namesOfStarter()
  return async (query: Judged): Promise<string> => {
    const { hits, others, headings } = await search(readState({ q: query.q, perPage: '50' }), ['public'])
    const fault = faultOf(
      query,
      [...hits, ...others].map(({ id }) => names.get(id) ?? id),
    )
    // Headings that are called just so stand above the list.
    const isAbove = headings.some(({ code }) => query.mustTop.anyOf.includes(code))
    return fault.startsWith('wants') && isAbove ? '' : fault
  }
}

/** By id of the index: "C10" and "ST1", "D11", "organisation Preston City Council", "tool lm3". */
async function namesOfStarter(): Promise<Map<string, string>> {
  const codes = new Map<string, string>()
  for (const folder of ['case-studies', 'stories'])
    for (const { facts } of await readStarterFiles(folder)) codes.set(facts.title as string, facts.code)
  const rows = await db.$queryRaw<{ id: string; kind: string; ref: string; title: string }[]>`
    SELECT id, kind, ref, title FROM search_document`
  return new Map(
    rows.map(({ id, kind, ref, title }) => {
      if (kind === 'category') return [id, ref]
      if (kind === 'organisation') return [id, `organisation ${title}`]
      return [id, codes.get(title) ?? `${kind} ${ref}`]
    }),
  )
}
