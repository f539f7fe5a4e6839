import { createHash } from 'node:crypto'
import { type Answer, type Asked, ask } from './ask'
import type { Member } from './member'

/** What is wrong with an answer, in words, or null. */
export type Expects = (answer: Answer) => string | null

/** How long a living process may take for an answer. */
const ANSWER_MS = 30_000
/** A process in trouble may take as long as its trouble lasts. */
const TROUBLED_MS = 40_000

const ENCODINGS = ['gzip', 'br', 'identity'] as const
const SHOWN = 20

type Known = { etag: string; text: string }

/**
 * Reads and judges. An answer is stale when it lacks what was acknowledged before it was asked for, whoever gave it and
 * in whatever trouble that process was. A read fails when a process that lived from the question to the answer gave none
 * or another status than it should; one that was in trouble at any moment between may refuse or break off.
 */
export class Judge {
  reads = 0
  notModified = 0
  refused = 0
  stale = 0
  failed = 0
  slowestMs = 0
  /** The first faults in words. */
  readonly faults: string[] = []
  readonly #known = new Map<string, Known>()
  /** Every ETag ever given, with a mark of its text. */
  readonly #given = new Map<string, string>()

  constructor(readonly host: string) {}

  /** Reads as somebody who has read it before. `counts` may say afterwards that the answer came too late to be judged. */
  async read(
    member: Member,
    { path, headers, again = true }: Pick<Asked, 'path' | 'headers'> & { again?: boolean },
    { expects, counts = () => true }: { expects: Expects; counts?: () => boolean },
  ): Promise<void> {
    const encoding = ENCODINGS[this.reads % ENCODINGS.length] as string
    this.reads += 1
    const key = `${member.number} ${encoding} ${path} ${headers?.Cookie ? 'signed in' : ''}`
    const known = again ? this.#known.get(key) : undefined
    const asked = {
      Host: this.host,
      Accept: 'text/html',
      'Accept-Encoding': encoding,
      ...(known && { 'If-None-Match': known.etag }),
      ...headers,
    }
    const { epoch, living } = member
    const began = performance.now()
    const answer = await ask(member.port, { path, headers: asked }, living ? ANSWER_MS : TROUBLED_MS).catch(
      (error: Error) => error,
    )
    const took = performance.now() - began
    const lived = living && member.epoch === epoch
    if (lived) this.slowestMs = Math.max(this.slowestMs, took)
    const where = `${path} from process ${member.number}${lived ? '' : ', in trouble'}, after ${took.toFixed(0)} ms`
    if (answer instanceof Error || answer.status >= 500) return this.#refusal(answer, lived, where)
    if (!counts()) return
    this.#look(answer, { known, key, expects, where, place: `${encoding} ${path}` })
  }

  #refusal(answer: Answer | Error, lived: boolean, where: string) {
    if (!lived) {
      this.refused += 1
      return
    }
    this.failed += 1
    this.#note(`FAILED ${where}: ${answer instanceof Error ? answer.message : answer.status}`)
  }

  #look(
    answer: Answer,
    {
      known,
      key,
      expects,
      where,
      place,
    }: { known: Known | undefined; key: string; expects: Expects; where: string; place: string },
  ) {
    const old = answer.status === 304
    if (old) this.notModified += 1
    if (old && !known) return this.#stale(`${where}: 304 to somebody who named no ETag`)
    const wrong = expects(old && known ? { ...answer, status: 200, text: known.text } : answer)
    if (wrong) return this.#stale(`${where}: ${old ? '304, though ' : ''}${wrong}`)
    const { etag } = answer.headers
    if (old || answer.status !== 200 || !etag) return
    this.#known.set(key, { etag, text: answer.text })
    const mark = createHash('sha1').update(answer.text).digest('base64')
    const before = this.#given.get(`${place} ${etag}`)
    if (before && before !== mark) return this.#stale(`${where}: one ETag for two texts`)
    this.#given.set(`${place} ${etag}`, mark)
  }

  #stale(words: string) {
    this.stale += 1
    this.#note(`STALE ${words}`)
  }

  #note(words: string) {
    if (this.faults.length < SHOWN) this.faults.push(`${new Date().toISOString()} ${words}`)
  }
}
