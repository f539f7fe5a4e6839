import { setTimeout as pause } from 'node:timers/promises'

/** Waits until something is so; fails after ten seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not so within ten seconds: ${isSo}`)
    await pause(1)
  }
}
