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
  /** Which engine answers searches; PostgreSQL unless set otherwise. */
  get searchEngine(): 'postgres' | 'meilisearch' {
    const name = process.env.SEARCH_ENGINE || 'postgres'
    if (name === 'postgres' || name === 'meilisearch') return name
    throw new Error(`SEARCH_ENGINE is "${name}". Set it to postgres or to meilisearch.`)
  },
  /** Where Meilisearch is: the key that may write and the key that may only search. */
  get meilisearch() {
    const advice = 'SEARCH_ENGINE=meilisearch needs it; docs/search.md says how to make it.'
    const url = required('MEILISEARCH_URL', advice)
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new Error(
        'MEILISEARCH_URL is not an address. Give it as in MEILISEARCH_URL=http://127.0.0.1:7700.',
      )
    return {
      url,
      adminKey: required('MEILISEARCH_ADMIN_KEY', advice),
      searchKey: required('MEILISEARCH_SEARCH_KEY', advice),
      index: process.env.MEILISEARCH_INDEX || 'cupboard',
    }
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
