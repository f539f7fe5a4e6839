import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { programs } from '../../scripts/lib/paths.mjs'
import { run, runNode } from '../../scripts/lib/processes.mjs'
import { PlainError, step } from '../../scripts/lib/progress.mjs'

// Debian's shell without windows draws the same pages with half the work.
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
  join(process.env['PROGRAMFILES(X86)'] ?? '', 'Google/Chrome/Application/chrome.exe'),
  join(process.env.LOCALAPPDATA ?? '', 'Google/Chrome/Application/chrome.exe'),
]

/** The path of a Chromium that runs, installed when there is none. */
export async function ensureChromium() {
  if (process.env.CHROMIUM_PATH) return given(process.env.CHROMIUM_PATH)
  const found = await findChromium()
  if (found?.endsWith(SHELL) || (found && !isRootOnDebian())) return found

  if (isRootOnDebian()) await step('Installing Chromium (apt)', installWithApt)
  else await step('Installing Chromium (Playwright)', installWithPlaywright)
  const installed = (await findChromium()) ?? (await retryWithPlaywright())
  if (installed) return installed
  throw new PlainError(
    'The browser tests need Chromium, and it could not be installed. Install it yourself ' +
      '(Debian and Ubuntu: sudo apt-get install chromium) or set CHROMIUM_PATH to one, then run npm test again.',
  )
}

async function given(path) {
  if (await works(path)) return path
  throw new PlainError(
    `CHROMIUM_PATH is ${path}, and no browser runs from there. Correct it, or leave it out.`,
  )
}

async function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...USUAL_PLACES,
  ]
  for (const path of [...candidates, await playwrightsOwn()]) if (await works(path)) return path
}

// Ubuntu's `chromium-browser` is there even where only a note about snap stands behind it.
async function works(path) {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  const result = await run(path, ['--version', '--no-sandbox']).catch(() => undefined)
  return result?.code === 0
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

function isRootOnDebian() {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

async function installWithApt(onLine) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, onLine })
  await run('apt-get', ['install', '-y', '--no-install-recommends', SHELL], { env, onLine })
}

async function installWithPlaywright(onLine) {
  await runNode([programs.playwright, 'install', 'chromium'], { onLine })
}

async function retryWithPlaywright() {
  if (!isRootOnDebian()) return undefined
  await step('Installing Chromium (Playwright)', installWithPlaywright)
  return findChromium()
}
