const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What stands beside the text of the file: [{ from, texts }], each text a paragraph. */
export function besides(parts) {
  const of = (name, tag = 'w:t') => {
    const found = Object.keys(parts).filter((path) => name.test(path))
    return [...new Set(found.flatMap((path) => paragraphs(parts[path], tag)))]
  }
  const charts = Object.keys(parts).filter((path) => /^word\/charts\/chart\d*\.xml$/.test(path))
  return [
    { from: 'header', texts: of(/^word\/header\d*\.xml$/) },
    { from: 'footer', texts: of(/^word\/footer\d*\.xml$/) },
    { from: 'comments', texts: of(/^word\/comments\.xml$/) },
    { from: 'equations', texts: of(/^word\/(?:document|footnotes|endnotes)\.xml$/, 'm:t') },
    { from: 'drawings', texts: of(/^word\/diagrams\/data\d*\.xml$/, 'a:t') },
    { from: 'charts', texts: charts.map((path) => paragraphs(parts[path], 'a:t').join('. ') || 'A chart') },
  ].filter(({ texts }) => texts.length > 0)
}

/** The paragraphs of the text itself and its notes, as the file has them. */
export function paragraphsOf(parts) {
  const main = Object.keys(parts).filter((path) =>
    /^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(path),
  )
  return main.flatMap((path) => paragraphs(parts[path], 'w:t'))
}

function paragraphs(xml, tag) {
  const words = new RegExp(`<${tag}(?:\\s[^>]*)?>([^<]*)</${tag}>|<w:(tab|br|cr)\\b`, 'g')
  return xml
    .split(/<\/?(?:w|a):p(?=[\s>/])|<\/m:oMath>/)
    .map((part) => [...part.matchAll(words)].map(([, text]) => text ?? ' ').join(''))
    .map((text) => decoded(text).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function decoded(text) {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi,
    (_, decimal, hexadecimal, name) => {
      if (name) return ENTITIES[name.toLowerCase()]
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
