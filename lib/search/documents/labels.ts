import 'server-only'
import type { Heading, HeadingTree } from '@/lib/taxonomy/queries'

/** Where a page stands: its headings in use, those above them, and what its author ticked. */
export type Standing = { ticked: string[]; codes: string[]; written: string[] }

/** The words by which the labels of a page are found: names, other names, codes of ours and of the CPV, and what they were called. */
export function labelWords({ ticked, codes, written }: Standing, tree: HeadingTree): string[] {
  const own = ticked.flatMap((code) => namesOf(tree.get(code)))
  const above = codes
    .filter((code) => !ticked.includes(code) && tree.get(code)?.parentCode)
    .map((code) => tree.get(code)?.name ?? '')
  // A heading that was merged or split is still what its author called it.
  const before = written
    .filter((code) => tree.get(code)?.retiredAt)
    .flatMap((code) => namesOf(tree.get(code)))
  return [...own, ...before, ...above]
}

export function namesOf(heading: Heading | undefined): string[] {
  return heading
    ? [heading.name, ...heading.alsoCalled, heading.code, ...heading.cpv.map((start) => start.padEnd(8, '0'))]
    : []
}
