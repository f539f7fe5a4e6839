// A program for people's files (lib/media/child.ts) that never comes to an end.
process.once('message', () => {
  for (;;);
})
