/** Contributors who save in the benchmark: several, because saving is limited per person. They exist in its database only. */
export const people = Array.from({ length: 16 }, (_, index) => {
  const handle = `bench-${index + 1}`
  return { handle, email: `${handle}@bench.example` }
})
export const password = 'only-in-a-database-that-is-thrown-away'
