import { command } from './lib/command.mjs'
import { openDatabase } from './lib/database.mjs'
import { loadEnvironment } from './lib/environment.mjs'
import { ensureGenerated } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'
import { build } from './lib/next-build.mjs'
import { prepareDatabase } from './lib/site.mjs'

await command(async () => {
  loadEnvironment()
  await ensureInstalled()
  await ensureGenerated()
  const kind = await openDatabase('npm run build')
  if (kind === 'own') await prepareDatabase()
  await build()
})
