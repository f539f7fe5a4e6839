import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a mail server does with the next mail. 'cut': ends the connection when all of the mail but its end is there. */
export type Manner = 'take' | 'slow' | 'put-off' | 'refuse' | 'refuse-text' | 'cut' | 'cut-unanswered'
export type Taken = { to: string[]; id: string; text: string }
export type MailServer = Awaited<ReturnType<typeof aMailServer>>

/** A real mail server on this machine that keeps what it takes. `manner` may be changed at any time. */
export async function aMailServer({ manner = 'take' as Manner, port = 0 } = {}) {
  const state = { manner, taken: [] as Taken[], tries: 0, onTaken: () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    logger: false,
    onRcptTo(_address, _session, done) {
      state.tries += 1
      if (state.manner === 'refuse') return done(answer(550, 'No such mailbox'))
      done(state.manner === 'put-off' ? answer(450, 'Come back later') : undefined)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      if (state.manner === 'cut') return cut(session)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (state.manner === 'cut-unanswered') return cut(session)
        if (state.manner === 'refuse-text') return done(answer(554, 'Not wanted'))
        const take = () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const id = /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? ''
          state.taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), id, text })
          done()
          state.onTaken()
        }
        if (state.manner === 'slow') setTimeout(take, 300)
        else take()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  const address = server.server.address() as AddressInfo
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const cut = (session: { id: string }) => {
    for (const connection of server.connections) if (connection.id === session.id) connection.close()
  }
  return { state, port: address.port, url: `smtp://127.0.0.1:${address.port}`, close }
}

function answer(responseCode: number, message: string) {
  return Object.assign(new Error(message), { responseCode })
}
