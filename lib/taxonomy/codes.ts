/** A section is one letter. Below it stand "D05" or "E1", and under those "E1.1". Codes are permanent and never reused. */
export const CODE = /^[A-F](?:\d{1,4}(?:\.\d{1,4})?)?$/
/** What a page is labelled with: never a section itself. */
export const LABEL = /^[A-F]\d{1,4}(?:\.\d{1,4})?$/

/** The codes above a code, nearest first: "E1.1" stands under "E1", which stands under "E". */
export function parentsOf(code: string): string[] {
  if (code.length === 1) return []
  const dot = code.indexOf('.')
  return dot > 0 ? [code.slice(0, dot), code.charAt(0)] : [code.charAt(0)]
}

/** The ticked codes with the parents they imply: a case ticked "Food" is found under "Contracts" too. */
export function impliedBy(codes: readonly string[]): { code: string; ticked: boolean }[] {
  const ticked = new Set(codes)
  const all = new Set(codes.flatMap((code) => [code, ...parentsOf(code)]))
  return [...all].map((code) => ({ code, ticked: ticked.has(code) }))
}
