// biome-ignore lint/suspicious/noControlCharactersInRegex: text holds none of them
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

/** Text has no mark of its own: it counts as such when all of it is UTF-8 and its name says so. */
export function textOf(bytes, name) {
  const ending = /\.(csv|txt)$/i.exec(name)?.[1].toLowerCase()
  if (!ending) return { refused: 'type' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return BINARY.test(text) ? { refused: 'type' } : { ending }
  } catch {
    return { refused: 'not-utf8' }
  }
}
