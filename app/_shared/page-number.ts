/** The page asked for in an address; anything that is not one is page 1. */
export function pageNumber(text: string | string[] | undefined): number {
  const number = Number([text].flat()[0])
  return Number.isSafeInteger(number) && number >= 1 && number <= 100_000 ? number : 1
}

/** A version number in an address, or null. */
export function versionNumber(text: string | string[] | undefined): number | null {
  const digits = [text].flat()[0] ?? ''
  return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : null
}
