/** How much of an experiment to run: a size that fits the suite, or the whole of it with CUPBOARD_FULL=1. */
export function size({ suite, full }: { suite: number; full: number }): number {
  return process.env.CUPBOARD_FULL === '1' ? full : suite
}
