import type { TickHeading } from '@/components/nomenclature/standing'
import { listAllHeadings, listCountedHeadings } from '@/lib/taxonomy/queries'

/** The headings for the tick boxes of a form: those in use with their counts, and those out of use that may be ticked still. */
export async function formHeadings(): Promise<TickHeading[]> {
  const [all, counted] = await Promise.all([listAllHeadings(), listCountedHeadings()])
  const counts = new Map(counted.map(({ code, count }) => [code, count]))
  return all.map(({ code, parentCode, section, name, note, alsoCalled, cpv, successors, retiredAt }) => {
    const count = counts.get(code)
    return { code, parentCode, section, name, note, alsoCalled, cpv, successors, retiredAt, count }
  })
}
