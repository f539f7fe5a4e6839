import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { PlainError } from './progress.mjs'

export async function freePort(host = '127.0.0.1') {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** Refuses an address the site cannot listen on, with the command that would work. */
export async function checkAddress(host, port, command) {
  const fault = await faultOf(host, port)
  if (!fault) return
  const other = fault === 'EADDRINUSE' && (await nextFree(host, port))

  const words = {
    EADDRINUSE: `Port ${port} is in use. Start with PORT=${other} ${command}, or stop the other program.`,
    EACCES: `Port ${port} is kept for the system. Start with PORT=3000 ${command}.`,
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine. Leave it out, or give one that is.`,
    ENOTFOUND: `HOST=${host} is not known. Leave it out, or give an address of this machine.`,
  }
  throw new PlainError(words[fault] ?? `The site cannot listen on ${host}, port ${port} (${fault}).`)
}

export async function isInUse(host, port) {
  return (await faultOf(host, port)) === 'EADDRINUSE'
}

async function nextFree(host, port) {
  for (let next = port + 1; next < Math.min(port + 100, 65536); next++) {
    if (!(await faultOf(host, next))) return next
  }
  return freePort(host)
}

async function faultOf(host, port) {
  const server = createServer()
  const fault = await new Promise((resolve) => {
    server.once('error', (error) => resolve(error.code))
    server.listen({ host, port, exclusive: true }, () => resolve(undefined))
  })
  if (fault) return fault
  server.close()
  await once(server, 'close')
  // macOS and Windows let a second program listen beside one that listens on every address.
  return (await answers(host, port)) ? 'EADDRINUSE' : undefined
}

function answers(host, port) {
  const target = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host
  return new Promise((resolve) => {
    const socket = connect({ host: target, port, timeout: 500 })
    const end = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false))
  })
}
