import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ticked } from '@/lib/platform/fields'
import { listOf } from '@/lib/platform/lists'
import { line } from '@/lib/platform/text'
import { registerNoteMax } from './limits'
import type { Law, Problem, Register } from './register'

const text = z.string().catch('')
const choices = z.preprocess(listOf, z.array(z.string())).catch([])

/** What the form of one law posts. Its law is judged with the whole register, so here it is only read. */
export const entryEdit = z.object({
  /** The version of the register that the form was opened on. */
  base: z.coerce.number().int().min(0).catch(0),
  /** The code of the law as the register has it; empty for a new one. */
  original: text,
  /** The mark of what the effect was last shown of. */
  seen: text,
  intent: z.enum(['preview', 'publish']).catch('preview'),
  /** The laws that end on the day on which this one begins end with it on its new day. */
  along: ticked(),
  why: line({ label: 'Why', max: registerNoteMax }).catch(''),
  law: z
    .object({
      ...{ code: text, name: text, kind: text, from: text, to: text, transition: text, note: text },
      ...{ changes: text, url: text, changesUrl: text },
      ...{ nations: choices, bodyTypes: choices, successors: choices },
    })
    .catch({} as never),
})

export type EntryEdit = z.output<typeof entryEdit>

/** The register with this law in the place of the one it was, or at the end; and where it stands in it. */
export function withEntry(
  { laws }: Register,
  { original, law, along }: EntryEdit,
): { content: unknown; index: number } {
  const at = laws.findIndex(({ code }) => code === original)
  const was = laws[at]
  const index = was ? at : laws.length
  // The code is how case studies name it: that of a law in the register stays.
  const entry = was ? { ...law, code: original } : law
  const ending = was && along && law.from !== '' ? endingAsItBegins(laws, was) : []
  const others = laws.map((other) => (ending.includes(other) ? { ...other, to: law.from } : other))
  return { content: { laws: [...others.slice(0, index), entry, ...others.slice(index + 1)] }, index }
}

/** The laws that this one follows and that, by their own entries, end on the day on which it begins. */
export function endingAsItBegins(laws: Law[], { code, from }: Law): Law[] {
  return laws.filter(({ to, successors }) => to !== '' && to === from && successors.includes(code))
}

/** The same for the same law on the same version: what was shown is what is published. */
export function markOf({ base, original, law, along }: EntryEdit): string {
  return createHash('sha256')
    .update(JSON.stringify([base, original, law, along]))
    .digest('hex')
}

/** Problems of the whole register as the form of one law names its fields. */
export function problemsOfEntry(problems: Problem[], index: number): { field: string; message: string }[] {
  const own = `laws.${index}`
  const found = new Map<string, string>()
  for (const { path, message } of problems) {
    const isOwn = path.startsWith(`${own}.`)
    const [name = 'name'] = isOwn ? path.slice(own.length + 1).split('.') : []
    const field = `law.${isOwn ? name : 'name'}`
    if (!found.has(field)) found.set(field, message)
  }
  return [...found].map(([field, message]) => ({ field, message }))
}
