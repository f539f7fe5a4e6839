import { once } from 'node:events'
import { inRoot } from '../lib/paths.mjs'
import { launchNode } from '../lib/processes.mjs'
import { PlainError } from '../lib/progress.mjs'

/** Starts one of our own small programs beside the site; `ask` sends it a message and waits for its answer. */
export function startHelper(name) {
  const child = launchNode([inRoot('scripts/bench', name)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const ended = child.ended.then(() => {
    throw new PlainError(`${name} ended by itself.`)
  })
  ended.catch(() => {})
  return {
    pid: child.pid,
    async ask(message) {
      child.send(message)
      const [answer] = await Promise.race([once(child, 'message'), ended])
      return answer
    },
  }
}
