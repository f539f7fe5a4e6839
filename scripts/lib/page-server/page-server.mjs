// What a reader's request meets first. A finished page is given from memory; everything else goes to the Next server.
import { answerPlainly, refusalOf, trustNothing } from '../refuse.mjs'
import { createFills } from './fills.mjs'
import { passedOn } from './headers.mjs'
import { passOnWhole, relay, unavailable } from './pass-on.mjs'
import { encodingFor, knowsAlready, readsPlainly } from './reader.mjs'

const addressMax = 2000
const lapseMs = 100
const patienceMost = 5000
// Never pages: not the same for everybody, too large to be held, or kept by programs that say what they have.
const OTHERS = /^\/(?:api|feeds|files)\/|\.csv(?:\?|$)/

/**
 * A request listener. `store` holds the finished answers, `clock` knows whether they may be given, `way` leads to the
 * Next server, which believes the `secret`; `host` is our own name, `addressOf` finds where a reader is.
 */
export function createPageServer({ addressOf, patienceMs = patienceMost, ...given }) {
  const { clock, store, way, secret } = given
  const fills = createFills({ ...given, patienceMs })

  function answer(request, response) {
    const page = store.get(request.url)
    if (page !== undefined && readsPlainly(request) && fills.isCurrent(page)) {
      if (page.pack) page.pack()
      return give(page, request, response)
    }
    const clientAddress = addressOf(request)
    trustNothing(request)
    const refusal = refusalOf(request)
    if (refusal) return answerPlainly(response, refusal)
    if (hasBody(request))
      return passOnWhole(way, request, response, passedOn(request, { secret, clientAddress }))
    answerWithoutBody(request, response, clientAddress).catch((error) => unavailable(response, error))
  }

  async function answerWithoutBody(request, response, clientAddress) {
    // Under load a lease may lapse for some milliseconds; not everybody need go to Next then.
    if (mayFill(request) && (clock.mayServe() || (await clock.mayServeWithin(lapseMs)))) {
      const stored = store.get(request.url)
      if (stored && fills.isCurrent(stored)) return give(stored, request, response)
      const { page, answer, begun } = await fills.fill(request, clientAddress)
      if (answer) return relay(answer, response, begun)
      if (page && fills.isCurrent(page)) return give(page, request, response)
    }
    const headers = passedOn(request, { secret, clientAddress })
    relay(await fills.askCurrent(request, headers, response), response)
  }

  return answer
}

/** Nothing here is looked up or made anew for a request: it is as much work as a server does that has one answer. */
function give(page, request, response) {
  const { headers } = request
  if (knowsAlready(headers['if-none-match'], page.etag)) {
    response.writeHead(304, page.unchanged)
    response.end()
    return
  }
  const form = page.forms[encodingFor(headers['accept-encoding'])]
  response.writeHead(200, form.headers)
  if (request.method === 'HEAD') response.end()
  else response.end(form.body)
}

function mayFill(request) {
  return request.url.length <= addressMax && !OTHERS.test(request.url) && readsPlainly(request)
}

function hasBody({ method, headers }) {
  if (headers['transfer-encoding'] !== undefined) return true
  return headers['content-length'] === undefined ? !['GET', 'HEAD', 'OPTIONS'].includes(method) : true
}
