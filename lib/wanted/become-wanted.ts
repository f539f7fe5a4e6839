import 'server-only'
import { published } from '@/lib/platform/cache'
import { dateOfDay, today } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { publishing } from '@/lib/platform/publication/publishing'
import { slugOf } from '@/lib/platform/slug'
import { tags } from '@/lib/platform/tags'
import { plainWords } from '@/lib/search/words'
import { leadsTo } from '@/lib/taxonomy/effective'
import { headingTree } from '@/lib/taxonomy/queries'

/**
 * Puts words that five people or more searched for on the wanted list: once, whatever has become of them since. Words
 * that are the name of somebody with an account stay off it. Nothing finer than the day is kept.
 */
export async function becomeWanted(words: string, origin: 'searched' | 'unopened'): Promise<void> {
  if (await isSomebody(words)) return
  const askedAt = dateOfDay(today())
  const categories = await headingsCalled(words)
  const made = await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO wanted (slug, origin, words, title, categories, asked_at)
      VALUES (${slugOf(words)}, ${origin}, ${words}, ${words}, ${categories}::text[], ${askedAt})
      ON CONFLICT (words) DO NOTHING RETURNING id`
    if (!row) return false
    await tx.wantedEvent.create({ data: { wantedId: row.id, kind: 'asked', createdAt: askedAt } })
    await publishing(tx, [tags.wanted])
    return true
  })
  if (made) await published([tags.wanted])
}

async function isSomebody(words: string): Promise<boolean> {
  const people = await db.person.findMany({ select: { name: true } })
  return people.some(({ name }) => plainWords(name).join(' ') === words)
}

/** The headings in use that are called exactly this. */
async function headingsCalled(words: string): Promise<string[]> {
  const tree = await headingTree()
  const called = [...tree.values()].filter(({ name, alsoCalled }) =>
    [name, ...alsoCalled].some((text) => plainWords(text).join(' ') === words),
  )
  const codes = called.flatMap(({ code }) => leadsTo(code, tree))
  return [...new Set(codes)].filter((code) => tree.get(code)?.parentCode !== null)
}
