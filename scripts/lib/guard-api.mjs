// What stands before the API for programs: it is refused in JSON (RFC 9457), and its cookies are nobody's.

/** Whether a request is meant for the API. The page that describes it is an ordinary page. */
export function isForPrograms({ url = '/' }) {
  return url.startsWith('/api/v1/')
}

/** A method that Next cannot pass on is passed as one that no address allows: the address then says what it allows. */
export function withKnownMethod(request) {
  const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  if (isForPrograms(request) && !known.includes(request.method)) request.method = 'PATCH'
}

// The same kinds as in lib/api/problems.ts, for what is refused before that is reached.
const KINDS = {
  400: { kind: 'unreadable', detail: 'The address or the body is not well formed.' },
  413: { kind: 'too-large', detail: 'A body may have up to 1 MB. Nothing was written.' },
  414: { kind: 'long-address', detail: 'Shorten what you are searching for.' },
  503: { kind: 'outage', detail: 'Something went wrong on our side. Try again in a minute.' },
}

export function answerProgram(response, [status, title]) {
  const { kind, detail } = KINDS[status]
  response.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 503 && { 'Retry-After': '5' }),
  })
  response.end(JSON.stringify({ type: `${siteUrl()}/api/v1#problem-${kind}`, title, status, detail }))
}

function siteUrl() {
  const { SITE_URL, HOST = '127.0.0.1', PORT = '3000' } = process.env
  return (SITE_URL || `http://${HOST}:${PORT}`).replace(/\/+$/, '')
}
