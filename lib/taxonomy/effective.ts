/** A heading as far as it decides where a page stands. */
export type Node = { code: string; parentCode: string | null; successors: string[]; retiredAt: string | null }
export type Tree = ReadonlyMap<string, Node>
/** Of one page: where it goes from a heading that was split, by the code of that heading. */
export type Choices = ReadonlyMap<string, readonly string[]>

export function treeOf<Kept extends Node>(nodes: readonly Kept[]): ReadonlyMap<string, Kept> {
  return new Map(nodes.map((node) => [node.code, node]))
}

/**
 * What a page that was labelled with these codes stands under now: headings in use, and those above them. `ticked` are
 * its labels; the others are implied.
 */
export function effectiveLabels(
  codes: readonly string[],
  tree: Tree,
  choices?: Choices,
): { code: string; ticked: boolean }[] {
  const standing = new Set(codes.flatMap((code) => standsFor(code, tree, choices)))
  const all = new Set([...standing].flatMap((code) => [code, ...parentsIn(tree, code)]))
  // A section is never ticked: it is what is left of a heading that was retired from it.
  return [...all].map((code) => ({ code, ticked: standing.has(code) && tree.get(code)?.parentCode !== null }))
}

/**
 * The headings in use that a code stands for on a page, in order: itself, or what it was merged or split into, however
 * many steps on. What a split leads to is chosen by page; otherwise the first successor counts. A heading that was
 * retired without a successor stands for the one above it. An unknown code stands for nothing.
 */
export function standsFor(code: string, tree: Tree, choices?: Choices): string[] {
  return follow(code, tree, (node) => choices?.get(node.code) ?? node.successors.slice(0, 1))
}

/** Every heading in use that a code leads to: all that it was split into. For addresses, filters and watches. */
export function leadsTo(code: string, tree: Tree): string[] {
  return follow(code, tree, (node) => node.successors)
}

/** Every code that puts a page under this heading, unless it was chosen otherwise for that page. */
export function codesUnder(heading: string, tree: Tree): string[] {
  return [...tree.keys()].filter((code) => effectiveLabels([code], tree).some((at) => at.code === heading))
}

/** Every code that leads to one of these headings or to one below it, themselves included. */
export function codesLeadingTo(codes: readonly string[], tree: Tree): string[] {
  const wanted = new Set(codes)
  const arrives = (code: string) => [code, ...parentsIn(tree, code)].some((at) => wanted.has(at))
  return [...tree.keys()].filter((code) => wanted.has(code) || leadsTo(code, tree).some(arrives))
}

/** The codes for which it makes a difference to labels whether the hierarchy is one or the other. */
export function codesMoved(before: Tree, after: Tree): string[] {
  const codes = [...new Set([...before.keys(), ...after.keys()])]
  const written = (tree: Tree, code: string) => {
    const node = tree.get(code)
    return node && JSON.stringify([node.parentCode, node.successors, node.retiredAt !== null])
  }
  const changed = new Set(codes.filter((code) => written(before, code) !== written(after, code)))
  return codes.filter((code) => passes(code, before, changed) || passes(code, after, changed))
}

/** Whether the way from a code, over whatever it could lead to, comes by one of these. */
function passes(start: string, tree: Tree, changed: ReadonlySet<string>): boolean {
  const seen = new Set<string>()
  const visit = (code: string): boolean => {
    if (changed.has(code)) return true
    const node = tree.get(code)
    if (!node || seen.has(code)) return false
    seen.add(code)
    return [...node.successors, ...(node.parentCode === null ? [] : [node.parentCode])].some(visit)
  }
  return visit(start)
}

/** The headings above one, nearest first, as the hierarchy has it now. */
export function parentsIn(tree: Tree, code: string): string[] {
  const above: string[] = []
  let at = tree.get(code)?.parentCode ?? null
  while (at !== null && !above.includes(at)) {
    above.push(at)
    at = tree.get(at)?.parentCode ?? null
  }
  return above
}

/** The section that a heading stands under now: its own code when it is one. */
export function sectionIn(tree: Tree, code: string): string {
  return parentsIn(tree, code).at(-1) ?? code
}

function follow(start: string, tree: Tree, successorsOf: (node: Node) => readonly string[]): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (code: string) => {
    const node = tree.get(code)
    // Changes that would lead in a circle are refused; data that does all the same must not hang a page.
    if (!node || seen.has(code)) return
    seen.add(code)
    if (node.retiredAt === null) {
      found.add(code)
      return
    }
    const next = successorsOf(node)
    for (const to of next.length > 0 ? next : [node.parentCode ?? '']) visit(to)
  }
  visit(start)
  return [...found]
}
