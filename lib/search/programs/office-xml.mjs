import { readXml } from './xml.mjs'

/** Word: pages as Word last laid them out, where it noted that. What was deleted or stands twice is left out. */
export function wordText(part, pages, isPaged) {
  const text = new Collected()
  let [page, noted] = [1, false]
  const turn = () => {
    if (!isPaged) return
    noted = true
    pages.add(`page ${page}`, text.take())
    page += 1
  }
  walk(part, /^(?:mc:Fallback|w:instrText|w:delText)$/, {
    text: (words, name) => name === 'w:t' && text.add(words),
    open: (name, { 'w:type': type }) => {
      if (name === 'w:lastRenderedPageBreak' || (name === 'w:br' && type === 'page')) turn()
      else if (name === 'w:br' || name === 'w:cr') text.add('\n')
      else if (name === 'w:tab') text.add(' ')
    },
    close: (name) => (name === 'w:p' || name === 'w:tc') && text.add('\n'),
  })
  pages.add(noted ? `page ${page}` : '', text.take())
}

/** A slide of PowerPoint. */
export function drawingText(part) {
  const text = new Collected()
  walk(part, /^mc:Fallback$/, {
    text: (words, name) => name === 'a:t' && text.add(words),
    open: (name) => name === 'a:br' && text.add('\n'),
    close: (name) => name === 'a:p' && text.add('\n'),
  })
  return text.take()
}

export function sharedStrings(part) {
  const strings = []
  const text = new Collected()
  walk(part, /^rPh$/, {
    text: (words, name) => name === 't' && text.add(words),
    close: (name) => name === 'si' && strings.push(text.take()),
  })
  return strings
}

/** The words in the cells of a sheet of Excel; numbers are left out. */
export function sheetText(part, strings) {
  const text = new Collected()
  let type = ''
  walk(part, /^(?:f|rPh)$/, {
    open: (name, attributes) => {
      if (name === 'c') type = attributes.t ?? 'n'
    },
    text: (words, name) => {
      if (name === 'v' && type === 's') text.add(`${strings[Number(words)] ?? ''} `)
      else if ((name === 'v' && type === 'str') || name === 't') text.add(`${words} `)
    },
    close: (name) => name === 'row' && text.add('\n'),
  })
  return text.take()
}

/** OpenDocument: text by page where it was noted, slides, and sheets by their names. Comments and deletions stay out. */
export function openDocumentText(part, pages, isSpreadsheet) {
  const text = new Collected()
  let [label, slide, page] = ['', 0, 1]
  const next = (named) => {
    pages.add(label, text.take())
    label = named
  }
  const OPENED = {
    'draw:page': () => next(`slide ${++slide}`),
    'table:table': (attributes) => isSpreadsheet && next(`sheet ${attributes['table:name'] ?? ''}`),
    'text:soft-page-break': () => {
      if (page === 1) label = 'page 1'
      next(`page ${++page}`)
    },
    'text:s': () => text.add(' '),
    'text:tab': () => text.add(' '),
    'text:line-break': () => text.add('\n'),
  }
  walk(part, /^(?:text:tracked-changes|office:annotation|office:forms|presentation:notes)$/, {
    text: (words) => text.add(words),
    open: (name, attributes) => OPENED[name]?.(attributes),
    close: (name) => (name === 'text:p' || name === 'text:h') && text.add('\n'),
  })
  pages.add(label, text.take())
}

/** Calls back for everything outside the elements that are passed over. */
function walk(part, skipped, { open, text, close }) {
  const path = []
  let hidden = 0
  readXml(part, {
    onopentag: (name, attributes) => {
      path.push(name)
      if (skipped.test(name)) hidden += 1
      if (hidden === 0) open?.(name, attributes)
    },
    ontext: (words) => hidden === 0 && text?.(words, path.at(-1)),
    onclosetag: (name) => {
      path.pop()
      if (skipped.test(name)) hidden -= 1
      else if (hidden === 0) close?.(name)
    },
  })
}

class Collected {
  #pieces = []

  add(words) {
    this.#pieces.push(words)
  }

  take() {
    const text = this.#pieces.join('')
    this.#pieces = []
    return text
  }
}
