import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launchNode } from '../../../scripts/lib/processes.mjs'
import { ask } from './ask'
import type { Line } from './line'

const READY_MS = 90_000

export type Place = { root: string; env: Record<string, string>; log: number; line: Line; port: number }

/** One `npm run serve`: the process that was started and those that it starts. It lives, or it is in trouble. */
export class Member {
  readonly port: number
  readonly #place: Place
  #child: ChildProcess | undefined
  #living = false
  #change = aSignal()
  /** Rises with every trouble and every return from one. */
  epoch = 0
  /** Milliseconds from the end of each trouble (or its restart) until it lived again. */
  readonly returns: { kind: string; ms: number }[] = []

  constructor(
    readonly number: number,
    place: Place,
  ) {
    this.#place = place
    this.port = place.port
  }

  /** Answers as it should, and nothing has been done to it. */
  get living() {
    return this.#living
  }

  /** Resolves when something is done to it, or when it lives again. */
  get untilChange() {
    return this.#change.given
  }

  start() {
    const { root, env, log, line, port } = this.#place
    this.#child = launchNode([join(root, 'scripts/serve.mjs')], {
      cwd: root,
      stdio: ['ignore', log, log],
      env: { ...env, PORT: String(port), DATABASE_URL: line.url, NODE_ENV: 'production' },
    })
  }

  /** The process that was started first, then those that it started. */
  get family(): number[] {
    return familyOf(this.#child?.pid ?? 0)
  }

  get line(): Line {
    return this.#place.line
  }

  /** Something is about to be done to it: from now on it may refuse, but never answer what is stale. */
  troubled(kind: string) {
    this.#note(kind)
    this.#turn(false)
  }

  /** Waits until it answers again, and counts it among the living. */
  async returned(kind: string) {
    const since = Date.now()
    while (!(await this.#answers(kind))) {
      if (Date.now() - since > READY_MS)
        throw new Error(`process ${this.number} did not come back from: ${kind}`)
      await pause(25)
    }
    this.returns.push({ kind, ms: Date.now() - since })
    this.#note(`back after: ${kind}`)
    this.#turn(true)
  }

  /** Resolves when the process that was started first has ended; makes it after `withinMs`. */
  async ended(withinMs: number): Promise<boolean> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return true
    const itself = await Promise.race([once(child, 'exit').then(() => true), pause(withinMs, false)])
    if (!itself) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    return itself
  }

  signal(signal: NodeJS.Signals, pids = this.family) {
    for (const pid of pids) {
      try {
        process.kill(pid, signal)
      } catch {
        // It has ended already.
      }
    }
  }

  #note(words: string) {
    writeSync(this.#place.log, `${new Date().toISOString()} EXPERIMENT ${words}\n`)
  }

  #turn(living: boolean) {
    this.epoch += 1
    this.#living = living
    const change = this.#change
    this.#change = aSignal()
    change.give()
  }

  async #answers(kind: string): Promise<boolean> {
    const child = this.#child
    if (child && (child.exitCode !== null || child.signalCode !== null))
      throw new Error(`process ${this.number} ended by itself after: ${kind}`)
    const asked = ['/api/health/ready', '/about'].map((path) => ask(this.port, { path }, 2000))
    const answers = await Promise.allSettled(asked)
    return answers.every((answer) => answer.status === 'fulfilled' && answer.value.status === 200)
  }
}

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}

/** A process and all that it has started, itself first. */
function familyOf(first: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const]
    } catch {
      return []
    }
  })
  const family = [first]
  for (const member of family)
    family.push(...parents.flatMap(([pid, parent]) => (parent === member ? [pid] : [])))
  return family
}
