import { Parser } from 'htmlparser2'

/** Reads a part of an office file. Entities of its own are never expanded. */
export function readXml(part, handlers) {
  if (!part) return
  const parser = new Parser(handlers, { xmlMode: true, decodeEntities: true })
  parser.write(textOf(part))
  parser.end()
}

/** The attributes of every element of this name. */
export function elementsOf(part, wanted) {
  const found = []
  readXml(part, { onopentag: (name, attributes) => name === wanted && found.push(attributes) })
  return found
}

/** Which part each relation leads to. */
export function relationsOf(part, folder) {
  return new Map(
    elementsOf(part, 'Relationship').map(({ Id, Target }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`,
    ]),
  )
}

function textOf(part) {
  const mark = Buffer.from(part.subarray(0, 2)).toString('hex')
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[mark] ?? 'utf-8'
  return new TextDecoder(encoding).decode(part)
}
