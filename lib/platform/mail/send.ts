import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '../env'

export type Mail = {
  id: string
  to: { name: string; address: string }
  replyTo?: string
  subject: string
  text: string
}

/** Sends a mail to exactly one person, or writes it to DATA_DIR/outbox as .eml where no mail server is set. */
export async function sendMail({ id, to, replyTo, subject, text }: Mail): Promise<void> {
  const message = {
    from: env.mailFrom,
    to,
    replyTo,
    subject: subject.replace(/[\r\n]+/g, ' '),
    text,
    messageId: `<${id}@cupboard>`,
  }
  if (env.smtpUrl) {
    await createTransport(env.smtpUrl).sendMail(message)
    return
  }
  const written = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const folder = join(env.dataDir, 'outbox')
  await mkdir(folder, { recursive: true })
  // Named by its id: running the job twice writes the same file once.
  await writeFile(join(folder, `${id.replace(/[^\w-]/g, '-')}.eml`), written.message as Buffer)
}
