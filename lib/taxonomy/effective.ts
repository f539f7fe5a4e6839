/** A heading as far as it decides where a page stands. */
export type Node = { code: string; parentCode: string | null; successors: string[]; retiredAt: string | null }
export type Tree = ReadonlyMap<string, Node>
/** Of one page: where it goes from a heading that was split, by the code of that heading. */
export type Choices = ReadonlyMap<string, readonly string[]>

export function treeOf(nodes: readonly Node[]): Tree {
  return new Map(nodes.map((node) => [node.code, node]))
}

/**
 * The headings in use that a code stands for, in the order given: itself, or what it was merged or split into, however
 * many steps on. What a split leads to is chosen by page; otherwise the first successor counts. A heading that was
 * retired without a successor stands for the one above it. An unknown code stands for nothing.
 */
export function standsFor(code: string, tree: Tree, choices?: Choices): string[] {
  return [...new Set(follow(code, { tree, choices, seen: new Set() }))]
}

type Way = { tree: Tree; choices?: Choices; seen: ReadonlySet<string> }

function follow(code: string, { tree, choices, seen }: Way): string[] {
  const node = tree.get(code)
  // Changes that would lead in a circle are refused; data that does all the same must not hang a page.
  if (!node || seen.has(code)) return []
  if (node.retiredAt === null) return [code]
  const chosen = choices?.get(code) ?? node.successors.slice(0, 1)
  const next = chosen.length > 0 ? chosen : [node.parentCode].filter((it) => it !== null)
  return next.flatMap((to) => follow(to, { tree, choices, seen: new Set([...seen, code]) }))
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

/** What a page that was labelled with these codes stands under now: headings in use, and those above them. */
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
