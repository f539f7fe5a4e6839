import { connect } from 'node:net'

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const nothing = Buffer.alloc(0)

/** The bytes of a request over a connection that is kept open. */
export function requestBytes({ method = 'GET', path, host, headers = {}, body = nothing }) {
  const all = { Host: host, ...headers, ...(method !== 'GET' && { 'Content-Length': body.length }) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body])
}

/**
 * One kept-alive HTTP/1.1 connection, one request at a time. Plain sockets, because node:http as a client takes
 * more of the processor than a bare server does, and would measure itself.
 */
export class Connection {
  #port
  #socket
  #waiting

  constructor(port) {
    this.#port = port
  }

  /** Answers { status, head, body }; the body as it came, chunks joined, still compressed. */
  send(bytes) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, received: nothing }
      if (!this.#socket) this.#open()
      this.#socket.write(bytes)
    })
  }

  close() {
    this.#socket?.destroy()
  }

  #open() {
    const socket = connect({ port: this.#port, host: '127.0.0.1', noDelay: true })
    const end = (error) => {
      if (this.#socket === socket) this.#socket = undefined
      this.#waiting?.reject(error ?? new Error('the server closed the connection'))
      this.#waiting = undefined
    }
    socket.on('data', (chunk) => this.#receive(chunk))
    socket.on('error', end)
    socket.on('close', () => end())
    this.#socket = socket
  }

  #receive(chunk) {
    const waiting = this.#waiting
    if (!waiting) return
    waiting.received = waiting.received.length ? Buffer.concat([waiting.received, chunk]) : chunk
    const answer = wholeAnswer(waiting.received)
    if (!answer) return
    this.#waiting = undefined
    if (/\r\nconnection: close/i.test(answer.head)) {
      const socket = this.#socket
      this.#socket = undefined
      socket.destroy()
    }
    waiting.resolve(answer)
  }
}

function wholeAnswer(received) {
  const at = received.indexOf(END_OF_HEAD)
  if (at < 0) return undefined
  const head = received.latin1Slice(0, at)
  const status = Number(head.slice(9, 12))
  const rest = received.subarray(at + 4)
  if (status === 304 || status === 204) return { status, head, body: nothing }
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  if (!length) {
    const body = unchunked(rest)
    return body && { status, head, body }
  }
  return rest.length >= Number(length[1]) ? { status, head, body: rest } : undefined
}

/** The joined chunks, or undefined while the last has not come. */
function unchunked(bytes) {
  // Cheap and nearly always right: the last chunk is empty.
  if (bytes.length < 5 || bytes.toString('latin1', bytes.length - 5) !== '0\r\n\r\n') return undefined
  const parts = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (size === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return undefined
}
