// The data that Next writes into a page for React: one row for each thing, `<hex id>:<what>`. Only this much is read of it
// here: which components the browser would have to bring to life.

// The framework's own. `default` is app/error.tsx, which a finished page does not show: no other client component of
// ours is a default export (tests/unit/platform/plain-document.test.ts).
const FRAMEWORKS_OWN = new Set([
  '',
  'default',
  'IconMark',
  'MetadataBoundary',
  'OutletBoundary',
  'ViewportBoundary',
  'HTTPAccessFallbackBoundary',
])
const [COLON, COMMA, LINE_END] = [...':,\n'].map((sign) => sign.charCodeAt(0))
const TEXT = 'T'

/** The names of the client components in these pieces of page data, or null if they cannot be read. */
export function clientComponentsIn(pieces) {
  try {
    const rows = rowsOf(Buffer.from(pieces.map(textOf).join('')))
    const names = [...rows.values()].filter((row) => row.startsWith('I[')).map((row) => nameIn(row, rows))
    return names.filter((name) => !FRAMEWORKS_OWN.has(name))
  } catch {
    return null
  }
}

/** What `push` was given: `[0]` begins the data, `[1, text]` goes on. The rest is used for forms and for binary data. */
function textOf(piece) {
  const [kind, text] = JSON.parse(piece)
  if (kind === 0) return ''
  if (kind !== 1 || typeof text !== 'string') throw new Error('another kind of data')
  return text
}

/** A text gives its length in bytes, and may hold what looks like rows. */
function rowsOf(data) {
  const rows = new Map()
  let at = 0
  while (at < data.length) {
    const colon = data.indexOf(COLON, at)
    const id = data.toString('latin1', at, colon)
    if (colon < 0 || !/^[0-9a-f]*$/.test(id)) throw new Error('not a row')
    const end = endOfRow(data, colon + 1)
    rows.set(id, data.toString('utf8', colon + 1, end))
    at = data[end] === LINE_END && data[colon + 1] !== TEXT.charCodeAt(0) ? end + 1 : end
  }
  return rows
}

function endOfRow(data, from) {
  if (data[from] === TEXT.charCodeAt(0)) {
    const comma = data.indexOf(COMMA, from)
    const length = data.toString('latin1', from + 1, comma)
    if (comma < 0 || !/^[0-9a-f]+$/.test(length)) throw new Error('not a text')
    return comma + 1 + Number.parseInt(length, 16)
  }
  const end = data.indexOf(LINE_END, from)
  if (end < 0) throw new Error('a row that does not end')
  return end
}

/** A name that is used twice has a row of its own, and `$<id>` stands for it. */
function nameIn(row, rows) {
  const name = JSON.parse(row.slice(1))[2]
  const known = name.startsWith('$') ? JSON.parse(rows.get(name.slice(1)) ?? 'null') : name
  if (typeof known !== 'string') throw new Error('a component without a name')
  return known
}
