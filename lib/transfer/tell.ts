import 'server-only'

const everyMs = 2000

/** Says how far something is, at most every two seconds: what takes less says nothing. */
export function teller(verb: string): (what: string, lines: number) => void {
  let told = Date.now()
  return (what, lines) => {
    if (Date.now() - told < everyMs) return
    told = Date.now()
    console.log(`${verb}: ${inWords(lines)} ${what.replace('-', ' ')} …`)
  }
}

export function inWords(count: number): string {
  return count.toLocaleString('en-GB')
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
