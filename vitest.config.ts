import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const full = process.env.CUPBOARD_FULL === '1'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}tests/support/server-only.ts` },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/component/**/*.test.{ts,tsx}',
            'tests/architecture.test.ts',
          ],
          testTimeout: full ? 3 * 60 * 60_000 : 5_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}', 'tests/promises/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/database.ts'],
          // A busy machine is slow, not wrong; whole experiments take their time.
          testTimeout: full ? 3 * 60 * 60_000 : 60_000,
          hookTimeout: full ? 10 * 60_000 : 60_000,
        },
      },
    ],
  },
})
