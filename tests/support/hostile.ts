import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { address, expect } from './journeys'

export const NEW = '/case-studies/new'
export const { hostname, port, origin } = new URL(address)

/** A refusal that people can read: never a 5xx, never a stack, a path of ours or a word of the database's. */
export async function expectPlain(answer: APIResponse, what: string, statuses: number[]) {
  expect.soft(statuses, `${what} answered ${answer.status()}`).toContain(answer.status())
  expectNothingShown(await answer.text(), what)
}

export function expectNothingShown(html: string, what: string) {
  expect
    .soft(
      html.match(
        /node_modules|\/(?:work|tmp|home|usr)\/[a-z]+\/|\bat [\w.]+ \(|PrismaClient|ECONN|syntax error at|invalid byte sequence|"stack":"/,
      )?.[0],
      `${what} shows`,
    )
    .toBeUndefined()
}

/** Sends 10 MB of a form; without Content-Length in chunks. */
export function upload(path: string, cookie: string, headers: Record<string, string>) {
  const boundary = 'cupboard-boundary'
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = httpRequest(
      `${address}${path}`,
      {
        method: 'POST',
        headers: {
          Origin: origin,
          Cookie: cookie,
          'Content-Type': `multipart/form-data; boundary=${boundary}`,
          ...headers,
        },
      },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          body += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
        answer.on('error', reject)
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close before it has read everything; the answer has come by then, or the refusal is the close.
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
      else setTimeout(() => resolve({ status: 413, body: 'Nothing was changed' }), 500).unref()
    })
    sent.write(`--${boundary}\r\nContent-Disposition: form-data; name="context"\r\n\r\n`)
    const piece = Buffer.alloc(64 * 1024, 'x')
    let left = 160
    const more = () => {
      while (left > 0) {
        left -= 1
        if (!sent.write(piece)) {
          sent.once('drain', more)
          return
        }
      }
      sent.end(`\r\n--${boundary}--\r\n`)
    }
    more()
  })
}

export function raw(text: string | Buffer): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n')
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.join('\r\n\r\n') })
    })
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer in 20 seconds')))
    socket.write(text)
  })
}

export async function textAt(request: APIRequestContext, path: string): Promise<string> {
  return (await request.get(path)).text()
}
