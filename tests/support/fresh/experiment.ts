import { setTimeout as pause } from 'node:timers/promises'
import { RARE } from './rare'
import { editAndLook } from './saves'
import { openSubjects } from './site'
import type { Subject } from './subject'
import { makeTrouble, type Troubles } from './trouble'
import { lastReads, lookEverywhere, type World } from './world'

export type Size = {
  edits: number
  editors: number
  subjectsEach: number
  /** When to end before all edits are made. */
  until: number
  /** About so long nothing is in trouble between two troubles. */
  calmMs: number
}
export type Outcome = { edits: number; troubles: Troubles; seconds: number; background: number }

const BACKGROUND = { readers: 4, everyMs: 30 }
/** One of so many edits is of another kind than a text. */
const RARELY = 25

/** Edits and reads as many times as it is told, while one process after another is in trouble. */
export async function experiment(world: World, size: Size): Promise<Outcome> {
  const kinds = Object.values(RARE)
  const rareTurns = Math.max(1, Math.round(size.edits / RARELY / kinds.length))
  const rareEdits = rareTurns * kinds.length
  const textEdits = Math.max(0, size.edits - rareEdits)
  const subjects = await openSubjects(world, size.editors * size.subjectsEach + kinds.length)
  const edited = subjects.slice(kinds.length)
  let [taken, rare, over] = [0, 0, false]
  const isOver = () => over || Date.now() > size.until
  const began = Date.now()

  const trouble = makeTrouble(world.members, world.random, { over: () => over, calmMs: size.calmMs })
  const background = Array.from({ length: BACKGROUND.readers }, () => readOn(world, edited, () => over))
  const editing = Array.from({ length: size.editors }, async (_, editor) => {
    const own = edited.filter((_subject, at) => at % size.editors === editor)
    while (taken < textEdits && !isOver()) {
      taken += 1
      const turn = taken
      await editAndLook(world, world.random.pick(own), turn)
    }
  })
  const rarely = async () => {
    for (let turn = 0; turn < rareEdits && !isOver(); turn += 1) {
      while (taken < (turn / rareEdits) * textEdits && !isOver()) await pause(5)
      const at = turn % kinds.length
      await world.query('DELETE FROM rate_limit')
      const subject = subjects[at] as Subject
      subject.deeds += 1
      rare += 1
      await kinds[at]?.(world, subject, Math.floor(turn / kinds.length) + 1)
    }
  }
  try {
    await Promise.race([Promise.all([...editing, rarely()]), trouble])
  } finally {
    over = true
  }
  const troubles = await trouble
  const counts = await Promise.all(background)
  await lastReads()
  for (const subject of edited)
    await lookEverywhere(world, [{ path: subject.path, expects: subject.shown() }])
  const seconds = (Date.now() - began) / 1000
  return { edits: taken + rare, troubles, seconds, background: counts.reduce((sum, each) => sum + each) }
}

/** Somebody who reads on and on, whatever is edited: what was acknowledged before a read must be in it. */
async function readOn(world: World, subjects: Subject[], over: () => boolean): Promise<number> {
  const { judge, random, members } = world
  let reads = 0
  for (; !over(); reads += 1) {
    const subject = random.pick(subjects)
    const [member, place] = [random.pick(members), random.below(10)]
    const reading =
      place === 0
        ? judge.read(member, { path: '/' }, { expects: is200 })
        : place < 3
          ? judge.read(member, { path: subject.category.path }, { expects: subject.shown() })
          : judge.read(member, { path: subject.path }, { expects: subject.shown() })
    // Nobody waits for a process in trouble: others are read meanwhile.
    await Promise.race([reading, member.living ? member.untilChange : pause(BACKGROUND.everyMs)])
    await pause(BACKGROUND.everyMs)
  }
  return reads
}

function is200({ status }: { status: number }) {
  return status === 200 ? null : `${status} instead of 200`
}

/** How many there were, the middle one, what 95 of 100 did not exceed, and the longest. */
export function inWords(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${sorted.length}: p50 ${at(0.5).toFixed(0)}, p95 ${at(0.95).toFixed(0)}, most ${at(1).toFixed(0)} ms`
}
