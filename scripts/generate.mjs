import { command } from './lib/command.mjs'
import { checkNode } from './lib/environment.mjs'
import { generate } from './lib/generation.mjs'
import { ensureInstalled } from './lib/installation.mjs'

await command(async () => {
  checkNode()
  await ensureInstalled()
  await generate()
})
