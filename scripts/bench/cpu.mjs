import { readdirSync, readFileSync } from 'node:fs'

// USER_HZ: the unit of /proc, 100 on every Linux that Node runs on.
const msPerTick = 10

/** Milliseconds of processor time, user and system, that a process and all it started have had; NaN where /proc is not. */
export function cpuOf(pid) {
  if (process.platform !== 'linux') return Number.NaN
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
  const family = new Set([pid])
  // A child may stand before its parent in the list: go on until nobody new is found.
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const stat of stats) if (family.has(stat.parent)) family.add(stat.pid)
  }
  return stats.reduce((sum, stat) => sum + (family.has(stat.pid) ? stat.ticks * msPerTick : 0), 0)
}

/** Megabytes of memory that a process itself holds, without those it started; NaN where /proc is not. */
export function memoryOf(pid) {
  if (process.platform !== 'linux') return Number.NaN
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
  return Number(kilobytes) / 1024
}

/** The processes that a process has started itself. */
export function childrenOf(pid) {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) && statOf(name)?.parent === pid ? [Number(name)] : [],
  )
}

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    // utime, stime, and those of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid: Number(pid), parent: Number(fields[1]), ticks }
  } catch {
    return undefined
  }
}
