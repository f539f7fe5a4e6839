// Finer than the divisions that headings show: they only decide which of several areas of one division is meant.
const FINER: Record<string, readonly string[]> = {
  D01: ['853'],
  D02: ['853'],
  D03: ['851'],
  D04: ['85311'],
  D06: ['45233', '34928'],
  D07: ['79993'],
  D08: ['909', '398'],
  D09: ['797'],
  D11: ['905'],
  D13: ['904'],
  D15: ['501'],
  D19: ['301', '798'],
  D26: ['791', '792'],
  D27: ['796'],
}

type Mapped = { code: string; cpv: readonly string[] }

/**
 * The headings that a CPV code means: those with the longest beginning of it, so that "90500000" is waste although
 * cleaning has division 90 too. Empty for what is no CPV code of two to eight digits, with or without a check digit.
 */
export function calledByCpv<Heading extends Mapped>(typed: string, headings: readonly Heading[]): Heading[] {
  const digits = /^(\d{2,8})(?:-\d)?$/.exec(typed.trim())?.[1]
  if (!digits) return []
  const lengths = headings.map(({ code, cpv }) => {
    const fitting = [...cpv, ...(FINER[code] ?? [])].filter((start) => digits.startsWith(start))
    return Math.max(0, ...fitting.map(({ length }) => length))
  })
  const longest = Math.max(0, ...lengths)
  return longest === 0 ? [] : headings.filter((_, index) => lengths[index] === longest)
}
