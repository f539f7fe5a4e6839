const BLOCK = /^(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|div)$/

export function childrenOf(node) {
  return node.children.filter(({ type }) => type === 'element')
}

/** The words of a tree, its blocks apart. */
export function textOf(node, { notes = true } = {}) {
  return wordsOf(node, notes).replace(/\s+/g, ' ').trim()
}

function wordsOf(node, notes) {
  if (node.type === 'text') return node.value
  if (node.tagName === 'br') return ' '
  if (node.data?.note && !notes) return ''
  if (node.tagName === 'img') return ` ${node.properties.alt ?? ''} `
  const inner = (node.children ?? []).map((part) => wordsOf(part, notes)).join('')
  return BLOCK.test(node.tagName ?? '') ? ` ${inner} ` : inner
}
