import 'server-only'
import { cached } from '@/lib/platform/cache'
import { db } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'
import { changedLaws, type Register, register } from './register'

/** A version of the register that changed the entry of one law. */
export type LawVersion = { version: number; note: string; createdAt: string }

/** The versions of the register in which a law's entry changed, the newest first; the one that brought it included. */
export function listVersionsOfLaw(code: string): Promise<LawVersion[]> {
  return cached(['law-history', code], [tags.law], async () => {
    const rows = await db.lawRegister.findMany({ orderBy: { version: 'asc' } })
    let before: Register = { laws: [] }
    const found: LawVersion[] = []
    for (const { version, note, createdAt, content } of rows) {
      const after = register.parse(content)
      if (changedLaws(before, after).includes(code))
        found.unshift({ version, note, createdAt: createdAt.toISOString() })
      before = after
    }
    return found
  })
}
