import { inRoot, programs } from './paths.mjs'
import { runNode } from './processes.mjs'
import { PlainError, step } from './progress.mjs'
import { fingerprint, isStamped, writeStamp } from './stamps.mjs'

const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
const stamp = inRoot('prisma/generated/.cupboard-stamp')

export async function ensureGenerated() {
  if (!isStamped(stamp, fingerprint(sources))) await generate()
}

/** Writes the database client from prisma/schema.prisma. */
export async function generate() {
  const value = fingerprint(sources)
  await step('Generating the database client', async (note) => {
    const env = {
      ...process.env,
      // Prisma fetches a schema engine unless it is told of one; generating never runs it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    }
    const result = await runNode([programs.prisma, 'generate'], { env, onLine: note })
    if (result.code !== 0)
      throw new PlainError(`${result.output}\nPrisma could not read prisma/schema.prisma.`)
  })
  writeStamp(stamp, value)
}
