// `npm run screenshots`: the picture in the README, taken from the running site.
import { chromium } from '@playwright/test'

const site = process.env.SITE_URL || `http://127.0.0.1:${process.env.PORT || 3000}`
const executablePath = process.env.CHROMIUM_PATH || undefined

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 760 } })
await page.goto(site).catch(() => {
  throw new Error(
    `Nothing answers at ${site}. Run npm start first, then npm run screenshots on another terminal.`,
  )
})
await page.evaluate(() => document.fonts.ready)
await page.screenshot({ path: new URL('../docs/home.png', import.meta.url).pathname })
await browser.close()
console.log('Wrote docs/home.png')
