import { requestBytes } from './connection.mjs'
import { textOf } from './editors.mjs'
import { people } from './people.mjs'

let changes = 0

/** Each case study as the API gives it. */
export function apiReads(site, pages) {
  return pages.map(({ id }) => apiRequest(site, { method: 'GET', id }))
}

/** Each case study sent back with a sentence more, each by somebody else. */
export function apiSavesFrom(site, pages, answers) {
  return pages.map(({ id }, index) => {
    changes += 1
    const caseStudy = JSON.parse(textOf(answers[index]))
    const impact = `${caseStudy.impact}\n\nSentence ${changes} of ${process.pid}, through the API.`
    const body = Buffer.from(JSON.stringify({ ...caseStudy, impact, note: 'A sentence more' }))
    const { token } = people[changes % people.length]
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'If-Match': `"${caseStudy.revision}"`,
    }
    return apiRequest(site, { method: 'PUT', id, headers, body })
  })
}

function apiRequest({ port }, { method, id, headers = {}, body }) {
  const path = `/api/v1/case-studies/${id}`
  const all = { Accept: 'application/json', 'Accept-Encoding': 'gzip', ...headers }
  return {
    path,
    status: 200,
    bytes: requestBytes({ method, path, host: `127.0.0.1:${port}`, headers: all, body }),
  }
}
