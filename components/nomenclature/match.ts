export type Named = { name: string; alsoCalled: readonly string[]; cpv: readonly string[]; code: string }

/** Whether typed words mean this heading: by its name, what else it is called, its own code, or a CPV code. */
export function isMeantBy(typed: string, { name, alsoCalled, cpv, code }: Named): boolean {
  const words = plain(typed)
  if (words === '') return true
  if (words === code.toLowerCase()) return true
  const number = cpvIn(words)
  if (number) return cpv.some((own) => number.startsWith(own) || own.startsWith(number))
  const texts = [name, ...alsoCalled].map(plain)
  return words.split(' ').every((word) => texts.some((text) => text.includes(word)))
}

/** "90500000" and "90500000-2" mean 905: trailing noughts only fill the code up to eight digits. */
function cpvIn(words: string): string | null {
  const digits = /^(\d{2,8})(?:-\d)?$/.exec(words)?.[1]
  if (!digits) return null
  return digits.length < 8 ? digits : digits.slice(0, 2) + digits.slice(2).replace(/0+$/, '')
}

/** Everything that a heading is called, as the filter of a list compares it. */
export function wordsOf({ name, alsoCalled, code }: Named): string {
  return [name, ...alsoCalled, code].map(plain).join(' | ')
}

/** Lower case, without accents and with single spaces: "Tŷ  Coed" is found by "ty coed". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
