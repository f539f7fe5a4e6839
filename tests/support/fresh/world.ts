import type { randomFrom } from '../random'
import { type Answer, type Asked, ask } from './ask'
import type { Expects, Judge } from './judge'
import type { Member } from './member'

export type World = {
  members: Member[]
  judge: Judge
  random: ReturnType<typeof randomFrom>
  /** Tokens of several people: each may save so many times a minute. */
  tokens: string[]
  /** The session cookies of the demonstration accounts, by name. */
  cookies: Record<string, string>
  /** The address of the site, the same for all processes, as behind a load balancer. */
  site: URL
  waits: Wait[]
  /** Milliseconds that publications by themselves waited for the processes, in and out of trouble. */
  publications: number[]
  /** What was sent and not acknowledged, because the process it was sent to was in trouble. */
  unknown: number
  query: (sql: string, values?: unknown[]) => Promise<unknown[]>
}

/** How long the answer to a save took that a living process gave, and whether any process was in trouble meanwhile. */
export type Wait = { kind: string; ms: number; trouble: boolean }

/** What may be long in answering: a save waits for peers, and its process may be frozen meanwhile. */
const SAVE_MS = 40_000

/** A process that lives, chosen by lot. One at least always does. */
export function aLiving({ members, random }: World): Member {
  return random.pick(members.filter(({ living }) => living))
}

/**
 * Sends something that changes pages. Answers what came back, or null when the process was in trouble meanwhile and did
 * not answer well: whether it was done is then not known. Fails when a process that lived all the time did not do it.
 */
export async function change(
  world: World,
  kind: string,
  { expects = [200, 303], ...asked }: Asked & { expects?: number[] },
): Promise<Answer | null> {
  const member = aLiving(world)
  const epochs = world.members.map(({ epoch }) => epoch)
  const calm = world.members.every(({ living }) => living)
  const began = performance.now()
  const headers = { Host: world.site.host, ...asked.headers }
  const { epoch } = member
  const answer = await ask(member.port, { ...asked, headers }, SAVE_MS).catch((error: Error) => error)
  const ms = performance.now() - began
  const lived = member.epoch === epoch
  const good = !(answer instanceof Error) && expects.includes(answer.status)
  if (good && lived) {
    const still = calm && world.members.every((one, at) => one.epoch === epochs[at])
    world.waits.push({ kind, ms, trouble: !still })
  }
  if (good) return answer
  if (!lived) {
    world.unknown += 1
    return null
  }
  const told = answer instanceof Error ? answer.message : `${answer.status} ${answer.text.slice(0, 300)}`
  throw new Error(`${kind} through process ${member.number}: ${told}`)
}

export type Look = {
  path: string
  expects: Expects
  cookie?: string
  again?: boolean
  counts?: () => boolean
}

/** Reads these from every process at once; waits for those that live, as long as they do. */
export async function lookEverywhere({ members, judge }: World, looks: Look[]): Promise<void> {
  const reads = members.flatMap((member) =>
    looks.map(({ path, expects, cookie, again, counts }) => {
      const headers: Record<string, string> = cookie ? { Cookie: cookie } : {}
      const reading = judge.read(member, { path, headers, again }, { expects, counts })
      pending.add(reading)
      reading.finally(() => pending.delete(reading))
      return member.living ? Promise.race([reading, member.untilChange]) : null
    }),
  )
  await Promise.all(reads)
}

const pending = new Set<Promise<void>>()

/** Waits for the reads of processes in trouble that nobody has waited for. */
export async function lastReads(): Promise<void> {
  await Promise.all(pending)
}
