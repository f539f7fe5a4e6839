import { gunzipSync } from 'node:zlib'
import { PlainError } from '../lib/progress.mjs'
import { requestBytes } from './connection.mjs'
import { fieldsOf, multipart, withField } from './form.mjs'
import { isZipped, readOf } from './measure.mjs'
import { password, people } from './people.mjs'

let changes = 0

/** Signs everybody in through the form, as a browser without scripts does; answers their cookies. */
export async function signIn({ load }, site) {
  const [page] = (
    await load.ask({ port: site.port, requests: [readOf(site, '/sign-in')], connections: 1, keep: true })
  ).answers
  const fields = fieldsOf(textOf(page))
  const requests = people.map(({ email }) => {
    const filled = withField(
      withField(fields, 'email', () => email),
      'password',
      () => password,
    )
    return formPost(site, { path: '/sign-in', fields: [...filled] })
  })
  const { answers, failures } = await load.ask({ port: site.port, requests, connections: 2, keep: true })
  const cookies = answers.map((answer) => /\r\nset-cookie: ([^;]*)/i.exec(answer?.head ?? '')?.[1])
  if (!cookies.every(Boolean))
    throw new PlainError(`Signing in failed: ${failures[0] ?? 'no cookie came back'}`)
  return cookies
}

/** The edit page of each case study, each opened by somebody else. */
export function editReads(site, pages) {
  return pages.map(({ path }, index) => readOf(site, `${path}/edit`, cookieFor(site, index)))
}

/** What each of them would post after adding a sentence to the impact; `mark` is that sentence. */
export function savesFrom(site, pages, answers) {
  return pages.map(({ path }, index) => {
    changes += 1
    const mark = `Benchmark sentence ${changes} of ${process.pid}.`
    const fields = fieldsOf(textOf(answers[index]))
    const changed = withField(
      withField(fields, 'note', () => 'A sentence more'),
      'impact',
      (text) => `${text}\n\n${mark}`,
    )
    return {
      ...formPost(site, { path: `${path}/edit`, fields: changed, cookie: cookieFor(site, index) }),
      mark,
    }
  })
}

export function textOf(answer) {
  if (!answer) return ''
  const body = Buffer.from(answer.body)
  return (isZipped(answer) ? gunzipSync(body) : body).toString()
}

function cookieFor({ cookies }, index) {
  return cookies[index % cookies.length]
}

function formPost({ port, origin }, { path, fields, cookie }) {
  const form = multipart(fields)
  const headers = {
    Origin: origin,
    'Accept-Encoding': 'gzip',
    ...form.headers,
    ...(cookie && { Cookie: cookie }),
  }
  const bytes = requestBytes({ method: 'POST', path, host: `127.0.0.1:${port}`, headers, body: form.body })
  return { path, status: 303, bytes }
}
