// Reading pages need none of the framework's scripts: 138 kB, and the page a second time as data. They are taken out here
// (docs/decisions/0022). What Next and React write was looked at in the versions that tests/unit/platform/plain-document
// names; whatever else a page holds makes it stay as it is, which is heavier and just as right.
import { Parser } from 'htmlparser2'
import { clientComponentsIn } from './page-data.mjs'

const FRAMEWORK_FILE = /^\/_next\/static\/chunks\/[\w./~-]+\.js$/
const OWN_FILE = /^\/(?:_next\/static\/media\/)?[\w.~-]+\.js$/
const PAGE_DATA = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\((.*)\)$/s
const START = /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{.*\}\);?$/s
// React notes when the page was first painted.
const TIMING = 'requestAnimationFrame(function(){$RT=performance.now()});'
// Between two pieces of text, and around what did not have to be waited for. Any other comment stands for something late.
const IDLE_COMMENTS = [' ', '$', '/$']

/**
 * A finished page without the framework's scripts, their preloads and its data, or the page as it was and why: it holds
 * something that only those scripts would show or bring to life, or something that is not known here.
 * @param {string} html
 * @returns {{ html: string, plain: true } | { html: string, plain: false, because: string }}
 */
export function plainDocument(html) {
  try {
    return { html: without(html, removalsIn(html)), plain: true }
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error
    return { html, plain: false, because: error.message }
  }
}

class NotPlain extends Error {}

/** Read as a browser reads it: what an article holds in its text or in an attribute is never taken for a tag. */
function removalsIn(html) {
  const removals = []
  const data = []
  let script = null
  let ended = false
  const parser = new Parser({
    onopentag(name, attributes) {
      const { startIndex: from, endIndex } = parser
      if (name === 'script') script = { from, ...attributes, attributes, start: endIndex + 1 }
      else if (isPreload(name, attributes)) removals.push([from, endIndex + 1])
      else refuseLate(name, attributes)
    },
    onclosetag(name, isImplied) {
      if (name === 'html') ended = !isImplied
      if (name !== 'script') return
      if (isImplied) throw new NotPlain('a script does not end')
      const code = html.slice(script.start, parser.startIndex)
      if (!isOurs(script, code)) {
        data.push(...readFramework(script, code))
        removals.push([script.from, parser.endIndex + 1])
      }
      script = null
    },
    oncomment(text) {
      if (!IDLE_COMMENTS.includes(text)) throw new NotPlain(`the comment <!--${text.slice(0, 20)}-->`)
      removals.push([parser.startIndex, parser.endIndex + 1])
    },
  })
  parser.end(html)
  if (!ended) throw new NotPlain('it does not end')
  refuseComponents(data)
  return removals
}

function isPreload(name, { rel, as, href = '' }) {
  if (name !== 'link' || !(rel === 'modulepreload' || (rel === 'preload' && as === 'script'))) return false
  if (!FRAMEWORK_FILE.test(href)) throw new NotPlain(`a preload of ${href.slice(0, 80)}`)
  return true
}

/** Content that arrives after the page waits in hidden elements for a script to put it in its place. */
function refuseLate(name, { id = '', hidden }) {
  if (name === 'template') throw new NotPlain('a template')
  if (hidden !== undefined && /^S:/.test(id)) throw new NotPlain('content that arrived late')
}

function isOurs({ attributes }, code) {
  if (attributes['data-keep'] === undefined) return false
  if (code !== '' || !OWN_FILE.test(attributes.src ?? ''))
    throw new NotPlain('a script of ours that is not a file of its own')
  return true
}

/** The pieces of page data in a script of the framework's. */
function readFramework({ attributes: { src, id } }, code) {
  if (src !== undefined) {
    if (code === '' && FRAMEWORK_FILE.test(src)) return []
    throw new NotPlain(`the script ${src.slice(0, 80)}`)
  }
  if (code === TIMING || (id === '_R_' && START.test(code))) return []
  const pushed = PAGE_DATA.exec(code)?.[1]
  if (pushed === undefined) throw new NotPlain(`the script ${code.slice(0, 40)}`)
  return [pushed]
}

function refuseComponents(data) {
  const found = clientComponentsIn(data)
  if (found === null) throw new NotPlain('its data cannot be read')
  if (found.length > 0) throw new NotPlain(`the client component ${found[0]}`)
}

function without(html, removals) {
  let [kept, at] = ['', 0]
  for (const [from, to] of removals) {
    kept += html.slice(at, from)
    at = to
  }
  return kept + html.slice(at)
}
