import 'server-only'
import { sectionIn, type Tree } from '@/lib/taxonomy/effective'
import type { Ask } from '../../schema'
import { SEARCH_FACETS, type SearchFacet } from '../../vocabulary'

/** One group of ticks: what must hold, and which values are counted as if it did not. */
export type Group = { facet: SearchFacet; section: string | null; expression: string }

/** What must hold for everything: who may see it, which ids are asked for, and which are on their way out. */
export function boundsOf({ acl, only }: Pick<Ask, 'acl' | 'only'>, without: string[]): string[] {
  return [
    among('acl', acl),
    ...(only ? [among('id', only)] : []),
    ...(without.length > 0 ? [`id NOT IN ${listOf(without)}`] : []),
  ]
}

/** "Or" within a group, "and" between groups. Headings are grouped by section; each value of `has` is its own group. */
export function groupsOf(filter: Ask['filter'], tree: Tree): Group[] {
  return SEARCH_FACETS.flatMap((facet) => {
    const values = filter[facet] ?? []
    if (values.length === 0) return []
    if (facet === 'has') return values.map((value) => group(facet, [value]))
    if (facet !== 'category') return [group(facet, values)]
    const sections = [...new Set(values.map((code) => sectionIn(tree, code)))]
    return sections.map((section) => {
      const codes = values.filter((code) => sectionIn(tree, code) === section)
      return group(facet, codes, section)
    })
  })
}

function group(facet: SearchFacet, values: string[], section: string | null = null): Group {
  return { facet, section, expression: among(`facets.${facet}`, values) }
}

function among(attribute: string, values: string[]): string {
  return `${attribute} IN ${listOf(values)}`
}

/** A backslash cannot be said in a filter, and no value of ours has one: such a value is among nothing. */
function listOf(values: string[]): string {
  const sayable = values.filter((value) => !/[\\\p{Cc}]/u.test(value))
  return `[${sayable.map((value) => `"${value.replace(/"/g, '\\"')}"`).join(', ')}]`
}
