import { createHash } from 'node:crypto'

/** Contributors who save in the benchmark: several, because saving is limited per person. They exist in its database only. */
export const people = Array.from({ length: 16 }, (_, index) => {
  const handle = `bench-${index + 1}`
  const token = `spc_${createHash('sha256').update(handle).digest('base64url')}`
  return { handle, email: `${handle}@bench.example`, token }
})
export const password = 'only-in-a-database-that-is-thrown-away'
