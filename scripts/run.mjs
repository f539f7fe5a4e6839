import { resolve } from 'node:path'
import { command } from './lib/command.mjs'
import { openDatabase } from './lib/database.mjs'
import { checkDurability } from './lib/durability.mjs'
import { checkSearchEngine, loadEnvironment } from './lib/environment.mjs'
import { ensureGenerated } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { inRoot } from './lib/paths.mjs'
import { launch, typeScript } from './lib/processes.mjs'
import { PlainError } from './lib/progress.mjs'
import { prepareDatabase } from './lib/site.mjs'

// Runs a program of the project, TypeScript or plain, with the settings and the database it needs.
const [file, ...args] = process.argv.slice(2)

await command(async () => {
  if (!file) throw new PlainError('Give the program to run: node scripts/run.mjs lib/revisions/verify-all.ts')
  loadEnvironment()
  checkSearchEngine()
  process.env.NODE_ENV ||= 'production'
  await ensureInstalled()
  await ensureGenerated()
  const name = process.env.npm_lifecycle_event
  const kind = await openDatabase(name ? `npm run ${name}` : file)
  await checkDurability(process.env.DATABASE_URL)
  if (kind === 'own' && !file.startsWith('prisma/')) await prepareDatabase({ seed: false })

  const loader = file.endsWith('.mjs') ? [] : typeScript
  const child = launch(process.execPath, [...loader, resolve(inRoot(), file), ...args], {
    shared: true,
    stdio: 'inherit',
  })
  const { code, signal } = await child.ended
  return code ?? { SIGINT: 130, SIGTERM: 143 }[signal] ?? 1
})
