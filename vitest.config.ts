import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const full = process.env.CUPBOARD_FULL === '1'

const onDatabase = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/database.ts'],
  // A busy machine is slow, not wrong; whole experiments take their time.
  testTimeout: full ? 3 * 60 * 60_000 : 60_000,
  hookTimeout: full ? 10 * 60_000 : 60_000,
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      { find: /^server-only$/, replacement: `${root}tests/support/server-only.ts` },
    ],
  },
  test: {
    // All of them: most of the time goes into loading, where a test waits for nothing else.
    maxWorkers: availableParallelism(),
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
          testTimeout: full ? 3 * 60 * 60_000 : 20_000,
        },
      },
      {
        extends: true,
        test: { ...onDatabase, name: 'integration', include: ['tests/integration/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: 'promises',
          include: ['tests/promises/**/*.test.ts'],
          // After all others and one at a time: what kills processes needs the machine for itself.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
