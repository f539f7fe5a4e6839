import { once } from 'node:events'
import { inRoot } from '../paths.mjs'
import { launchNode } from '../processes.mjs'

/** Starts the Next server behind this process; resolves with its port, and calls `onEnd` if it ends by itself. */
export async function startNextServer({ secret, onEnd }) {
  const child = launchNode([inRoot('scripts/serve-pages.mjs')], {
    env: { ...process.env, CUPBOARD_SECRET: secret },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.ended.then(onEnd, onEnd)
  for (;;) {
    const [message] = await once(child, 'message')
    if (message?.port) return message.port
  }
}
