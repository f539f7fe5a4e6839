import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { openClock } from '@/lib/platform/publication/clock.mjs'
import { KEEP } from '@/scripts/lib/page-server/headers.mjs'
import { createPageServer } from '@/scripts/lib/page-server/page-server.mjs'
import { createPageStore } from '@/scripts/lib/page-server/page-store.mjs'
import { openWay } from '@/scripts/lib/page-server/pass-on.mjs'

export const SECRET = 'known-to-these-two-alone'
export const OUR_NAME = 'cupboard.example'

export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; text: string }
type Asked = { method?: string; headers?: Record<string, string | string[]>; body?: Buffer | string }

/** A page server with a real clock, before a server that answers as the test says. */
export async function aPageServer({ maxMB = 8, proxies = '', patienceMs = 5000 } = {}) {
  const { clientAddresses } = await import('@/scripts/lib/page-server/client-address.mjs')
  const clock = openClock({ databaseUrl: process.env.DATABASE_URL as string, kind: 'page-server' })
  if (!(await clock.mayServeWithin(10_000))) throw new Error('The clock did not come.')
  const store = createPageStore({ maxBytes: maxMB * 1024 * 1024 })
  let listener: RequestListener = (_, response) => response.end()
  const seen: IncomingMessage[] = []
  const pages = createServer((incoming, response) => {
    seen.push(incoming)
    listener(incoming, response)
  })
  const way = openWay(await listening(pages))
  const addressOf = clientAddresses(proxies)
  const front = createServer(
    createPageServer({ clock, store, way, secret: SECRET, host: OUR_NAME, addressOf, patienceMs }),
  )
  const port = await listening(front)
  return {
    port,
    store,
    clock,
    /** What reached the server behind, in turn. */
    seen,
    answers(given: RequestListener) {
      seen.length = 0
      store.clear()
      listener = given
    },
    get: (path: string, headers: Asked['headers'] = {}) => send(port, path, { headers }),
    send: (path: string, asked: Asked) => send(port, path, asked),
    /** Publishes as any writer does, and waits until this process has heard. */
    async publish(...tags: string[]) {
      const heard = new Promise<void>((resolve) => {
        const off = clock.heard((names) => {
          if (!tags.every((tag) => names.includes(tag))) return
          off()
          resolve()
        })
      })
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
      await client.connect()
      await client.query('INSERT INTO publication (tags) VALUES ($1)', [tags])
      await client.end()
      await heard
    },
    async close() {
      front.closeAllConnections()
      front.close()
      pages.closeAllConnections()
      pages.close()
      way.close()
      await clock.close()
    },
  }
}

export type PageServer = Awaited<ReturnType<typeof aPageServer>>

/** A whole page as Next sends it, said to be the same for everybody; `more` headers or other ones. */
export function aPage(front: PageServer, text: string, more: Record<string, string | string[]> = {}) {
  return {
    body: `<!DOCTYPE html><html lang="en-GB"><head><title>x</title></head><body><main>${text}</main></body></html>`,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-content-type-options': 'nosniff',
      [KEEP]: `${front.clock.now()} page:1`,
      ...more,
    },
  }
}

export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

export function send(port: number, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', headers, body } = asked
  return new Promise((answered, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', failed)
      response.on('end', () => {
        const whole = Buffer.concat(chunks)
        const { statusCode: status = 0, headers } = response
        answered({ status, headers, body: whole, text: whole.toString() })
      })
    })
    sent.on('error', failed)
    sent.end(body)
  })
}
