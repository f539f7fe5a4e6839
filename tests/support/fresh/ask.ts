import { type IncomingHttpHeaders, request } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

const unpack: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  identity: async (bytes) => bytes,
}

export type Asked = {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: Buffer
}
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/** Asks over a connection of its own. Fails when no whole answer comes within `withinMs`. */
export function ask(port: number, { path, method, headers, body }: Asked, withinMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const lengths = body ? { 'Content-Length': String(body.length) } : {}
    const asking = request(
      { port, host: '127.0.0.1', path, method, agent: false, headers: { ...headers, ...lengths } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('close', () => {
          clearTimeout(timer)
          if (!response.complete) return reject(new Error('the answer broke off'))
          whole(response.headers, Buffer.concat(parts)).then(
            (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
            reject,
          )
        })
      },
    )
    const timer = setTimeout(() => asking.destroy(new Error(`no answer within ${withinMs} ms`)), withinMs)
    asking.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    asking.end(body)
  })
}

async function whole(headers: IncomingHttpHeaders, bytes: Buffer): Promise<string> {
  const named = headers['content-encoding'] ?? 'identity'
  const unpacked = bytes.length > 0 ? await unpack[named]?.(bytes) : bytes
  if (!unpacked) throw new Error(`an encoding that nobody asked for: ${named}`)
  return unpacked.toString()
}
