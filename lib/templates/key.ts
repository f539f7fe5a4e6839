import 'server-only'
import { BUILT_IN } from './vocabulary'

const longest = 40

/** A key made from a label, such as "lessonsLearned", that is not taken yet. It stays when the label changes. */
export function keyOf(label: string, taken: Iterable<string>): string {
  const known = new Set([...taken, ...BUILT_IN])
  const isFree = (key: string) => !known.has(key) && !(key in {})
  const stem = stemOf(label)
  if (isFree(stem)) return stem
  for (let count = 2; ; count += 1) {
    const key = `${stem.slice(0, longest - String(count).length)}${count}`
    if (isFree(key)) return key
  }
}

function stemOf(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const [first = '', ...others] = plain.match(/[a-z0-9]+/g) ?? []
  const joined = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
  return (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, longest)
}
