import { inRoot, programs } from './paths.mjs'
import { runNode, typeScript } from './processes.mjs'
import { PlainError, step } from './progress.mjs'
import { fingerprint, isStamped, writeStamp } from './stamps.mjs'

const sources = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json']
const stamp = inRoot('prisma/generated/.cupboard-stamp')

// Our own pages and what their words come from.
const guideSources = [
  'scripts/write-guides.ts',
  ...['help', 'about', 'accessibility', 'cookies', 'privacy', 'value-for-money', 'law'].map(
    (page) => `app/${page}/page.tsx`,
  ),
  'components/guides',
  'components/legal/community-benefit-sections.tsx',
  'components/legal/label-meanings.tsx',
  'lib/case-studies/vocabulary.ts',
  'lib/legal/vocabulary.ts',
]
const guideStamp = inRoot('prisma/generated/.guides-stamp')

export async function ensureGenerated() {
  if (!isStamped(stamp, fingerprint(sources))) return generate()
  if (!isStamped(guideStamp, fingerprint(guideSources))) await writeGuides()
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
  await writeGuides()
}

/** What our own pages say, for the search. */
async function writeGuides() {
  const value = fingerprint(guideSources)
  await step('Reading our own pages', async (note) => {
    const { code, output } = await runNode([...typeScript, inRoot('scripts/write-guides.ts')], {
      onLine: note,
    })
    if (code !== 0) throw new PlainError(`${output}\nThe words of our own pages could not be read.`)
  })
  writeStamp(guideStamp, value)
}
