import type { Inline } from './parse-inline'

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"`[\]\\|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/** Makes typed addresses links, as readers' pages do by themselves: left bare, an escape could end up inside one. */
export function linkAddresses(nodes: Inline[]): Inline[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'text' || node.marks?.some(({ type }) => type === 'link' || type === 'code'))
      return [node]
    return split(node)
  })
}

function split(node: Inline): Inline[] {
  const text = node.text ?? ''
  const out: Inline[] = []
  let from = 0
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(/[.,;:!?'’”)*_~]+$/, '')
    if (address.length < 6) continue
    if (found.index > from) out.push({ ...node, text: text.slice(from, found.index) })
    const mark = { type: 'link', attrs: { href: hrefOf(address), title: null } }
    out.push({ ...node, text: address, marks: [mark, ...(node.marks ?? [])] })
    from = found.index + address.length
  }
  if (from < text.length) out.push({ ...node, text: text.slice(from) })
  return out
}

function hrefOf(address: string) {
  if (/^https?:/i.test(address)) return address
  return /^www\./i.test(address) ? `http://${address}` : `mailto:${address}`
}
