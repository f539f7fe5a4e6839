export type ListItem = {
  level: number
  ordered: boolean
  start: number
  /** Items of different lists stay apart; undefined where the program gives every item a list of its own. */
  list?: number
  html: string
  more: string
}

export type Block = { html: string } | ListItem

export function isItem(block?: Block): block is ListItem {
  return block !== undefined && 'level' in block
}

/** Blocks as HTML; items that follow each other become nested lists. */
export function writeBlocks(blocks: Block[]): string {
  let out = ''
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    if (!isItem(block)) {
      out += block.html
      at += 1
      continue
    }
    const end = blocks.findIndex((other, index) => index > at && !isItem(other))
    const items = blocks.slice(at, end < 0 ? blocks.length : end).filter(isItem)
    out += writeLists(items)
    at += items.length
  }
  return out
}

function writeLists(items: ListItem[]): string {
  let out = ''
  for (let at = 0; at < items.length; ) {
    const first = items[at] as ListItem
    let inner = ''
    for (let item: ListItem | undefined = first; item && belongs(item, first); item = items[at]) {
      at += 1
      const from = at
      while (at < items.length && (items[at] as ListItem).level > first.level) at += 1
      inner += `<li><p>${item.html}</p>${item.more}${writeLists(items.slice(from, at))}</li>`
    }
    const start = first.ordered && first.start !== 1 ? ` start="${first.start}"` : ''
    out += first.ordered ? `<ol${start}>${inner}</ol>` : `<ul>${inner}</ul>`
  }
  return out
}

function belongs(item: ListItem, first: ListItem): boolean {
  if (item === first) return true
  if (item.level !== first.level || item.ordered !== first.ordered || item.list !== first.list) return false
  return item.list !== undefined || !item.ordered || item.start !== 1
}
