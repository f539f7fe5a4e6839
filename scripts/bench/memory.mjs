import { childrenOf, memoryOf } from './cpu.mjs'
import { measureSite, readOf } from './measure.mjs'

/** What the page server keeps of pages, in megabytes, unless PAGES_MB says otherwise. */
export const pagesMb = Number(process.env.PAGES_MB || 256)

/** Reads so many pages that nobody has read, each once, and tells what the site's processes hold before and after. */
export async function fillMemory(bench, site, { connections }) {
  const pages = site.world.unread.splice(0, bench.memoryPages)
  const requests = pages.map(({ path }) => readOf(site, path))
  const before = held(site)
  const { failures, latencies: _, ...ours } = await measureSite(bench, site, { requests, connections })
  const after = held(site)
  return [{ ours: { ...ours, failures }, memory: { pages: pages.length, before, after } }]
}

function held({ pids }) {
  const others = childrenOf(pids.web)
  return { pageServer: memoryOf(pids.web), next: others.reduce((sum, pid) => sum + memoryOf(pid), 0) }
}
