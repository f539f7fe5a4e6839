import 'server-only'
import type { z } from 'zod'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { findOrganisationName } from '@/lib/organisations/queries'
import { errorsMax } from './limits'
import type { FieldProblem } from './problems'
import type { CaseStudyWrite } from './schema'

/** The fields of a case study that the API keeps together under `extra`. */
export const EXTRA = [
  'happenedNext',
  'gaps',
  'home',
  'partners',
  'regions',
  'dateNote',
  'stateAsOf',
  'contractValue',
  'evidence',
  'checkedOn',
  'barriers',
  'contractStages',
] as const satisfies (keyof CaseStudyContent)[]

type Read = { ok: true; content: CaseStudyContent } | { ok: false; errors: FieldProblem[] }

/** The content that a program has sent, held against the schema that every case study on this template obeys. */
export async function contentOf(
  sent: CaseStudyWrite,
  schema: z.ZodType<CaseStudyContent> = caseStudyContent,
): Promise<Read> {
  const { extra, organisation, ...rest } = sent
  const named = await nameOf(organisation)
  if (named === null) return { ok: false, errors: [UNKNOWN_ORGANISATION] }

  const isBuiltIn = ([name]: [string, unknown]) => (EXTRA as readonly string[]).includes(name)
  const builtIn = Object.fromEntries(Object.entries(extra).filter(isBuiltIn))
  const own = Object.fromEntries(Object.entries(extra).filter((entry) => !isBuiltIn(entry)))
  const parsed = schema.safeParse({ ...rest, ...builtIn, extra: own, organisation: named })
  if (parsed.success) return { ok: true, content: parsed.data }
  return { ok: false, errors: problemsIn(parsed.error.issues, (path) => placeOf(path.join('.'))) }
}

/** Where the API has what a case study calls by this path: `partners` stands under `extra`. */
export function placeOf(path: string): string {
  const [first = ''] = path.split('.')
  if (first === 'organisation') return 'organisation.name'
  return (EXTRA as readonly string[]).includes(first) ? `extra.${path}` : path
}

type Issue = { path: readonly PropertyKey[]; message: string; code?: string; keys?: string[] }

/** What is wrong, each place once; a field that does not exist is named. */
export function problemsIn(
  issues: readonly Issue[],
  place: (path: readonly PropertyKey[]) => string = (path) => path.join('.'),
): FieldProblem[] {
  const found = new Map<string, string>()
  for (const issue of issues.slice(0, errorsMax)) {
    for (const key of issue.keys?.slice(0, errorsMax) ?? [null]) {
      const at = key === null ? issue.path : [...issue.path, key.slice(0, 60)]
      const path = place(at) || 'body'
      if (!found.has(path)) found.set(path, key === null ? issue.message : 'There is no such field')
    }
  }
  return [...found].slice(0, errorsMax).map(([path, message]) => ({ path, message }))
}

const UNKNOWN_ORGANISATION = {
  path: 'organisation.id',
  message: 'There is no such organisation, or it has another name. Send the name alone',
}

/** The name to write, or null when the id is unknown or belongs to another name. */
async function nameOf(organisation: CaseStudyWrite['organisation']): Promise<string | null> {
  const { id, name } = organisation ?? { id: null, name: '' }
  if (id === null) return name
  const known = await findOrganisationName(id)
  if (known === null || (name !== '' && name !== known)) return null
  return known
}
