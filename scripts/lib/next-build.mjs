import { existsSync, readdirSync } from 'node:fs'
import { inRoot, programs } from './paths.mjs'
import { runNode } from './processes.mjs'
import { PlainError, step } from './progress.mjs'
import { fingerprint, isStamped, removeStamp, writeStamp } from './stamps.mjs'

const stamp = inRoot('.next/cupboard-stamp')

export function isBuilt() {
  return existsSync(inRoot('.next/BUILD_ID')) && isStamped(stamp, fingerprint(sources()))
}

/** Builds the site. The stamp is written last: a build that was killed is done again. */
export async function build() {
  const value = fingerprint(sources())
  removeStamp(stamp)
  await step('Building the site (once per change of the code)', async (note) => {
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const result = await runNode([programs.next, 'build'], { env, onLine: note })
    if (result.code !== 0)
      throw new PlainError(`${result.output}\nThe site could not be built; the cause is above.`)
  })
  writeStamp(stamp, value)
}

function sources() {
  const handlers = readdirSync(inRoot('scripts')).filter((name) => name.includes('cache-handler'))
  return [
    'app',
    'components',
    'lib',
    'public',
    'prisma/schema.prisma',
    'instrumentation.ts',
    'proxy.ts',
    'next.config.mjs',
    'scripts/lib/content-policy.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    ...handlers.sort().map((name) => `scripts/${name}`),
  ]
}
