import 'server-only'

/** A form posts one ticked box as a string and several as a list. */
export function listOf(value: unknown): unknown {
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

/** One entry a line; a dash or star before it is left off. */
export function linesOf(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? []
  return value
    .split(/\r\n?|\n/)
    .map((text) => text.replace(/^\s*[-*]\s+/, '').trim())
    .filter(Boolean)
}

/** New entries take the next free number, so a number that prose refers to never moves to another link. */
export function numbered<Entry extends { number: number }>(list: Entry[]): Entry[] {
  const taken = new Set<number>()
  let next = Math.max(0, ...list.map((entry) => entry.number))
  return list.map((entry) => {
    const number = entry.number > 0 && !taken.has(entry.number) ? entry.number : ++next
    taken.add(number)
    return { ...entry, number }
  })
}
