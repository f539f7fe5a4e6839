import 'server-only'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import { env } from '../env'
import { compose, identityOf, isOneAddress, type WrittenMail } from './compose'
import { handOver } from './handed-over'

/**
 * What came of one try. 'later': the server puts this one mail off. 'down': there is no use in trying the next one
 * either. 'dropped': it will never be taken.
 */
export type Try = { kind: 'sent' } | { kind: 'later' | 'down' | 'dropped'; problem: string }

/** Tries once to send a mail to its one recipient, or writes it to DATA_DIR/outbox where no mail server is set. */
export async function trySending(mail: WrittenMail): Promise<Try> {
  if (!isOneAddress(mail.toAddress))
    return { kind: 'dropped', problem: 'The address is not one plain address.' }
  if (!env.smtpUrl) return writeFileOf(mail)

  const leaving = handOver(identityOf(mail.key))
  const transport = createTransport({
    url: env.smtpUrl,
    connectionTimeout: seconds(20),
    greetingTimeout: seconds(20),
    socketTimeout: seconds(60),
  })
  transport.use('stream', (message, done) => {
    message.message.processFunc((input) => pipeline(input, markedAtTheEnd(leaving.mark), () => undefined))
    done()
  })
  try {
    await transport.sendMail(compose(mail))
    return { kind: 'sent' }
  } catch (error) {
    // No answer, or a refusal: the server has not taken it, so it is ours to send again (RFC 5321, 4.2.5 and 6.1).
    leaving.forget()
    return judge(error as SmtpError)
  } finally {
    transport.close()
  }
}

/** Passes a message on unchanged and makes the mark when all of it has gone but the closing dot. */
function markedAtTheEnd(mark: () => void): Transform {
  return new Transform({
    // Nothing is kept here: the end is reached when all before it has been taken.
    readableHighWaterMark: 1,
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => {
      mark()
      done()
    },
  })
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number }

function judge({ message, command, responseCode = 0 }: SmtpError): Try {
  const problem = message.slice(0, 500)
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA'
  // A refused sender or sign-in is a wrong setting, not a wrong mail: it waits until an administrator mends it.
  if (!aboutThisMail) return { kind: 'down', problem }
  return { kind: responseCode >= 500 ? 'dropped' : 'later', problem }
}

/** Named by its key, and never half of it: writing it twice leaves the same file. */
async function writeFileOf(mail: WrittenMail): Promise<Try> {
  const written = await createTransport({ streamTransport: true, buffer: true }).sendMail(compose(mail))
  const folder = join(env.dataDir, 'outbox')
  const file = join(folder, `${mail.key.replace(/[^\w-]/g, '-')}.eml`)
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.part`, written.message as Buffer)
  await rename(`${file}.part`, file)
  return { kind: 'sent' }
}

function seconds(count: number): number {
  return count * 1000
}
