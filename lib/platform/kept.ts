import 'server-only'

type Answer = { keep: () => void; personal: () => void; tags: (names: string[]) => void }
const ANSWER = Symbol.for('cupboard.answer')

// Our own server (scripts/lib/guard.mjs) knows which answer is being made; without it these do nothing.
function answer(): Answer | undefined {
  return (globalThis as { [ANSWER]?: Answer })[ANSWER]
}

/** This answer is the same for everybody until something that it read through the cache is published. */
export function sameForEverybody(): void {
  answer()?.keep()
}

/** This answer is for one person: it is never kept, whatever else is said. */
export function forOnePerson(): void {
  answer()?.personal()
}

/** This answer shows what these tags stand for. */
export function showsTags(names: string[]): void {
  answer()?.tags(names)
}
