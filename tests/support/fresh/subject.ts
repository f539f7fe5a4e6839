import type { Answer } from './ask'
import type { Expects } from './judge'

export type Content = { title: string; summary: string } & Record<string, unknown>

/** A case study that the experiment edits. Each edit writes the next number into its texts. */
export class Subject {
  /** The number of the last edit that was acknowledged; 0 before any. */
  acknowledged = 0
  /** The number of the last edit that was sent. */
  sent = 0
  revision = 1
  /** Rises with every deed that an answer to an earlier question must not be judged by. */
  deeds = 0
  id = 0
  path = ''

  constructor(
    readonly key: number,
    readonly category: { code: string; path: string },
  ) {}

  get mark() {
    return this.markOf(this.sent)
  }

  markOf(edit: number) {
    return `mk${this.key}n${edit}`
  }

  /** The whole case study as edit number `edit` has it. */
  content(edit: number, title = `Subject ${this.key} of the experiment`): Content {
    const mark = this.markOf(edit)
    return {
      title,
      summary: `What was done, as edit ${mark} has it.`,
      context: 'Every paragraph stays but one.\n\n- a list\n- of things\n\n'.repeat(8),
      action: 'The council asked for it, and **somebody** did it.\n\n'.repeat(12),
      impact: `It came to ${mark}.`,
      categories: [this.category.code, 'E4.1'],
      legalStatus: { nation: 'England', commencedOn: '2023-09' },
      note: `Edit ${mark}`,
    }
  }

  /** The answer shows this case study as the last acknowledged edit has it, or a later one; nowhere as an earlier one. */
  shown(): Expects {
    const least = this.acknowledged
    return (answer) => {
      const found = this.#marksIn(answer)
      if (answer.status !== 200) return `${answer.status} instead of ${this.markOf(least)}`
      if (found.length === 0) return `nothing of ${this.markOf(least)}`
      const oldest = Math.min(...found)
      return oldest < least ? `${this.markOf(oldest)} instead of ${this.markOf(least)}` : null
    }
  }

  /** The same of a page that tells of every edit, or of the newest, and must tell of the last one acknowledged. */
  told(): Expects {
    const least = this.acknowledged
    return (answer) => {
      const newest = Math.max(0, ...this.#marksIn(answer))
      return newest < least ? `${this.markOf(newest)} at most instead of ${this.markOf(least)}` : null
    }
  }

  #marksIn({ text }: Answer): number[] {
    return [...text.matchAll(new RegExp(`mk${this.key}n(\\d+)`, 'g'))].map(([, number]) => Number(number))
  }
}
