import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PlainError } from '../lib/progress.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const kinds = { Document: 'html', Stylesheet: 'css', Script: 'js', Font: 'fonts' }

/** Bytes on the wire and requests by kind, as a browser with an empty cache sees them; null without a browser. */
export async function weigh({ origin, world }) {
  const { chromium } = await import('@playwright/test')
  const executablePath = findChromium(chromium.executablePath())
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    const [first, second] = world.cached
    const firsts = { 'case study': first, home: '/', category: world.categories[0] }
    const more = { 'filtered list': world.filters[0], search: world.searches[0] }
    const loads = []
    for (const [name, path] of Object.entries({ ...firsts, ...more }))
      loads.push({ name, ...(await firstLoad(browser, origin, [path])) })
    loads.splice(1, 0, {
      name: 'then a second case study',
      ...(await firstLoad(browser, origin, [first, second])),
    })
    return { browser: browser.version().split('.')[0], loads }
  } finally {
    await browser.close()
  }
}

/** What the last of the pages costs, read one after the other with a cache that was empty before. */
async function firstLoad(browser, origin, paths) {
  const context = await browser.newContext()
  const page = await context.newPage()
  let last
  for (const path of paths) last = await load(page, `${origin}${path}`)
  await context.close()
  return last
}

async function load(page, address) {
  const session = await page.context().newCDPSession(page)
  const [weight, kindOf] = [{}, new Map()]
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (!response.fromDiskCache && response.url.startsWith('http'))
      kindOf.set(requestId, kinds[type] ?? 'other')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kindOf.get(requestId)
    if (!kind || encodedDataLength === 0) return
    const known = weight[kind] ?? { bytes: 0, requests: 0 }
    weight[kind] = { bytes: known.bytes + encodedDataLength, requests: known.requests + 1 }
  })
  await session.send('Network.enable')
  const answer = await page.goto(address, { waitUntil: 'networkidle', timeout: 120_000 })
  if (!answer?.ok()) throw new PlainError(`The browser got ${answer?.status()} for ${address}.`)
  await session.detach()
  return { weight }
}

function findChromium(playwrightsOwn) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const inPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH ?? '', ...inPath, playwrightsOwn].find((path) => path && existsSync(path))
}
