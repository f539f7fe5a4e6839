import { isMeantBy, type Named } from './match'

export type Placed = Named & { parentCode: string | null }
export type Node<Heading> = { heading: Heading; below: Node<Heading>[] }

/** The headings as a tree, in the order in which they come. Those whose parent is not among them stand on top. */
export function treeOf<Heading extends Placed>(headings: readonly Heading[]): Node<Heading>[] {
  const nodes = new Map(headings.map((heading) => [heading.code, { heading, below: [] as Node<Heading>[] }]))
  const top: Node<Heading>[] = []
  for (const node of nodes.values()) {
    const parent = nodes.get(node.heading.parentCode ?? '')
    if (parent) parent.below.push(node)
    else top.push(node)
  }
  return top
}

/** The codes above a heading, nearest first. */
export function above(code: string, headings: readonly Placed[]): string[] {
  const parents = new Map(headings.map((heading) => [heading.code, heading.parentCode]))
  const found: string[] = []
  for (let at = parents.get(code); at && !found.includes(at); at = parents.get(at)) found.push(at)
  return found
}

/**
 * What typed words leave of the tree: the headings that are meant, and those to show: what is meant, with what stands
 * above and below it, and whatever has to stay in sight.
 */
export function narrowed(typed: string, headings: readonly Placed[], keep: ReadonlySet<string> = new Set()) {
  const meant = new Set(
    headings.filter((heading) => isMeantBy(typed, heading)).map((heading) => heading.code),
  )
  const shown = new Set<string>()
  for (const { code } of headings) {
    const upwards = above(code, headings)
    const stays = meant.has(code) || keep.has(code)
    if (stays) for (const place of [code, ...upwards]) shown.add(place)
    else if (upwards.some((place) => meant.has(place))) shown.add(code)
  }
  return { meant, shown }
}
