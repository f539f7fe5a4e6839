import { expect, test } from 'vitest'
import { db, Prisma } from '@/lib/platform/db'

const MODELS = Object.keys(Prisma.ModelName)
const FROM_THE_START: Record<string, object> = {
  SearchState: { only: true, version: expect.any(BigInt) },
  PublicationClock: { only: true, n: expect.any(BigInt) },
}

test.each(MODELS)('%s can be read: schema and migrations agree', async (name) => {
  const model = (db as unknown as Record<string, { findFirst: () => Promise<unknown> }>)[
    name.charAt(0).toLowerCase() + name.slice(1)
  ]
  expect(await model?.findFirst()).toEqual(FROM_THE_START[name] ?? null)
})

test('no table is without its model', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%' ORDER BY 1`
  const tableOf = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
  expect(rows.map(({ name }) => name)).toEqual(MODELS.map(tableOf).sort())
})
