import { defineConfig } from '@playwright/test'

const withoutScripts = /\.(both|noscript)\.spec\.ts$/

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  workers: 2,
  // A busy machine may let one look come too late. What passes only the second time is named in the verdict.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'scripts', testIgnore: /\.noscript\.spec\.ts$/ },
    { name: 'no-scripts', testMatch: withoutScripts, use: { javaScriptEnabled: false } },
  ],
})
