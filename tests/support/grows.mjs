// A program for people's files (lib/media/child.ts) that takes all the memory it can get.
process.once('message', () => {
  const kept = []
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, number) => ({ number })))
})
