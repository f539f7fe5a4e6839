import { setTimeout as pause } from 'node:timers/promises'
import type { randomFrom } from '../random'
import type { Member } from './member'

type Kind = {
  name: string
  /** Only where the process has started others. */
  needsChild?: boolean
  work: (member: Member, ms: number) => Promise<void>
}

type Random = ReturnType<typeof randomFrom>

const MS = { least: 200, most: 4000 }

const KINDS: Kind[] = [
  {
    name: 'killed',
    async work(member) {
      member.signal('SIGKILL')
      await member.ended(10_000)
      member.start()
    },
  },
  {
    name: 'frozen',
    work: (member, ms) => freeze(member, member.family, ms),
  },
  {
    name: 'cut from the database',
    async work({ line }, ms) {
      line.cut()
      await pause(ms)
      line.mend()
    },
  },
  {
    name: 'page server killed',
    needsChild: true,
    async work(member) {
      member.signal('SIGKILL', member.family.slice(0, 1))
      await member.ended(10_000)
      member.start()
    },
  },
  {
    name: 'page server frozen',
    needsChild: true,
    work: (member, ms) => freeze(member, member.family.slice(0, 1), ms),
  },
  {
    name: 'database silent',
    async work({ line }, ms) {
      line.silence()
      await pause(ms)
      line.mend()
    },
  },
  {
    name: 'Next server killed',
    needsChild: true,
    async work(member) {
      member.signal('SIGKILL', member.family.slice(1))
      // The process that was started goes with it, and whoever supervises it starts it again.
      await member.ended(15_000)
      member.start()
    },
  },
  {
    name: 'Next server frozen',
    needsChild: true,
    work: (member, ms) => freeze(member, member.family.slice(1), ms),
  },
]

async function freeze(member: Member, processes: number[], ms: number): Promise<void> {
  member.signal('SIGSTOP', processes)
  await pause(ms)
  member.signal('SIGCONT', processes)
}

export type Troubles = Record<string, number>

/** One process after another is killed, frozen or cut off, never two at once, until `over` says so. */
export async function makeTrouble(
  members: Member[],
  random: Random,
  { over, calmMs }: { over: () => boolean; calmMs: number },
): Promise<Troubles> {
  const counts: Troubles = {}
  for (let turn = 0; !over(); turn += 1) {
    await pause(calmMs * (0.5 + random.next()))
    const member = random.pick(members)
    const possible = KINDS.filter(({ needsChild }) => !needsChild || member.family.length > 1)
    const kind = possible[turn % possible.length] as Kind
    counts[kind.name] = (counts[kind.name] ?? 0) + 1
    member.troubled(kind.name)
    await kind.work(member, MS.least + random.below(MS.most - MS.least))
    await member.returned(kind.name)
  }
  return counts
}
