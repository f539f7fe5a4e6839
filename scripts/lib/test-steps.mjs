import { join } from 'node:path'
import { programs } from './paths.mjs'
import { runNode } from './processes.mjs'
import { oneFailed, onePassed, tallyVitest } from './tally.mjs'

// Each step answers { tally, output }.

export async function checkTypes(onLine) {
  // The types of the routes and next-env.d.ts are not kept in git.
  const typegen = await runNode([programs.next, 'typegen'], { onLine })
  if (typegen.code !== 0) return verdict(typegen)
  return verdict(await runNode([programs.tsc, '--noEmit'], { onLine }))
}

export async function checkStyle(onLine) {
  return verdict(await runNode([programs.biome, 'check', '.'], { onLine }))
}

/** Everything below the browser; the experiments on the promises, which take their time, are left out of the fast part. */
export async function runVitest(directory, { fast, onLine }) {
  const report = join(directory, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (fast) args.push('--project', 'unit', '--project', 'integration')
  const { code, output } = await runNode([programs.vitest, ...args], { onLine })
  return { tally: tallyVitest(report, code), output }
}

function verdict({ code, output }) {
  return { tally: code === 0 ? onePassed : oneFailed, output }
}
