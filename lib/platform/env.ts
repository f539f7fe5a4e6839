import 'server-only'
import { resolve } from 'node:path'

/** The one place that reads the process environment. Values are read when asked for, so tests can set them. */
export const env = {
  get databaseUrl() {
    return required('DATABASE_URL', 'Set it, or use `npm start`, which brings its own database.')
  },
  get authSecret() {
    return required('AUTH_SECRET', 'Set it to at least 32 random characters: it signs the session cookies.')
  },
  get siteUrl() {
    // A setting that is there but empty counts as not set.
    const { SITE_URL, HOST, PORT } = process.env
    return (SITE_URL || `http://${HOST || '127.0.0.1'}:${PORT || '3000'}`).replace(/\/+$/, '')
  },
  get dataDir() {
    return resolve(process.env.DATA_DIR || './data')
  },
  get demo() {
    return process.env.DEMO === '1'
  },
  get smtpUrl() {
    return process.env.SMTP_URL || null
  },
  get mailFrom() {
    return process.env.MAIL_FROM || 'Sustainable Procurement Cupboard <cupboard@localhost>'
  },
  /** Whether this is the web server, which has pages to keep and drop; scripts, worker and tests have none. */
  get insideNext() {
    return Boolean(process.env.NEXT_RUNTIME)
  },
  get production() {
    return process.env.NODE_ENV === 'production'
  },
}

function required(name: string, advice: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set. ${advice}`)
  return value
}
