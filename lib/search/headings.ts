import 'server-only'
import { calledByCpv } from '@/lib/taxonomy/cpv'
import { leadsTo } from '@/lib/taxonomy/effective'
import { type Heading, headingTree } from '@/lib/taxonomy/queries'

/** Headings in use that were ever called what was typed, or that its CPV code means. */
export async function headingsCalled(words: string): Promise<Heading[]> {
  const typed = words.trim().toLowerCase()
  if (typed === '') return []
  const tree = await headingTree()
  const all = [...tree.values()]
  const named = all.filter(({ name, alsoCalled }) =>
    [name, ...alsoCalled].some((text) => text.toLowerCase() === typed),
  )
  const meant = [...named, ...calledByCpv(typed, all)].flatMap(({ code }) => leadsTo(code, tree))
  return all.filter(({ code }) => meant.includes(code))
}
