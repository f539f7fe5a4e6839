import type { Inline } from './parse-inline'

/** Takes off white space at either end of a block, where it means nothing. */
export function trimmed(nodes: Inline[]): Inline[] {
  let content = nodes
  for (const [end, blank] of [
    [0, /^[ \t\n]+/],
    [-1, /[ \t\n]+$/],
  ] as const) {
    while (content.length > 0) {
      const node = content.at(end) as Inline
      const text = node.type === 'hardBreak' ? '' : node.text?.replace(blank, '')
      if (text === node.text) break
      const rest = end === 0 ? content.slice(1) : content.slice(0, -1)
      if (text) {
        content = end === 0 ? [{ ...node, text }, ...rest] : [...rest, { ...node, text }]
        break
      }
      content = rest
    }
  }
  return content
}
