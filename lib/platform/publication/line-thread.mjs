// The thread that hears and acknowledges: whatever keeps the process busy, savers need not wait for it. What it hears it
// hands over before it says so to the database, and the process takes it in before it next answers from memory.
import { workerData } from 'node:worker_threads'
import { createCount, createLease } from './lease.mjs'
import { openLine } from './line.mjs'

const { memory, databaseUrl, kind, id, port } = workerData
const lease = createLease(memory)
const count = createCount(memory)
let newest = 0

function tell(message) {
  port.postMessage(message)
  count.rise()
}

const line = openLine({
  databaseUrl,
  kind,
  id,
  newest: () => newest,
  lease: {
    ...lease,
    renew(from) {
      const held = lease.holds()
      lease.renew(from)
      if (!held) tell({ leased: true })
    },
  },
  onJoined(number) {
    newest = Math.max(newest, number)
    tell({ joined: number })
  },
  onHeard(number, tags, whole) {
    if (whole) newest = Math.max(newest, number)
    tell({ number, tags, whole })
  },
})

port.on('message', async () => {
  await line.close()
  tell({ left: true })
})
