import type { Us } from './vocabulary'

/** The choice as addresses hold it: "scotland.scottish-council.above". */
export function usText({ nation, body, band }: Us): string {
  return [nation, body, band].filter(Boolean).join('.')
}

/** The same address with the choice in it; without a choice, the address as it is. */
export function withUs(path: string, us: Us | null): string {
  if (!us) return path
  const [, before = '', hash = ''] = /^([^#]*)(.*)$/.exec(path) ?? []
  return `${before}${before.includes('?') ? '&' : '?'}us=${usText(us)}${hash}`
}
