import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { plainDocument } from '../../../scripts/lib/plain-document.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const CHUNK = '/_next/static/chunks/26f0a3twg2uad.js'

// Pages as Next 16.4.5 writes them, cut down.
const HEAD =
  '<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/>' +
  '<link rel="preload" href="/_next/static/media/text.1o9o6__l__p-w.woff2" as="font" crossorigin="" type="font/woff2"/>' +
  '<link rel="stylesheet" href="/_next/static/chunks/21s0hhfr9fg7r.css" data-precedence="next"/>' +
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/369hzmzm1ocz-.js"/>' +
  `<script src="${CHUNK}" async=""></script>` +
  '<script src="/_next/static/chunks/turbopack-077hmtqrhcoji.js" async=""></script><title>About &lt;us&gt;</title>' +
  '<script src="/_next/static/chunks/0cz1d0mv5g_q7.js" noModule=""></script></head><body>' +
  '<div hidden=""><!--$--><!--/$--></div>'
const OURS =
  '<script src="/_next/static/media/me.345ef1wxcto86.js" defer="" data-keep=""></script><script src="/opened.js" defer="" data-keep=""></script>'
const DATA =
  '<script>requestAnimationFrame(function(){$RT=performance.now()});</script>' +
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/369hzmzm1ocz-.js"],"runtimeModuleIds":[94553]});</script>' +
  '<script src="/_next/static/chunks/369hzmzm1ocz-.js" async=""></script>' +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'
const ROWS =
  '1:"$Sreact.fragment"\n2:"/_next/static/chunks/3qfy96eoyh-ek.js"\n3:I[39756,["$2"],"default"]\n' +
  ':HL["/_next/static/chunks/21s0hhfr9fg7r.css","style"]\n1e:"ViewportBoundary"\n1f:I[97367,["$2"],"$1e"]\n' +
  '25:I[97367,["$2"],"OutletBoundary"]\ne:X\n0:["$","p",null,{"children":"Café"}]\n27:I[27201,["$2"],"IconMark"]\n26:null\n'

/** As Next writes text into a script. */
const pushed = (rows: string) =>
  `<script>self.__next_f.push(${JSON.stringify([1, rows]).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)})</script>`
const page = (body: string, { rows = ROWS, more = '' } = {}) =>
  `${HEAD}<main>${body}</main>${OURS}${DATA}${pushed(rows.slice(0, 90))}${pushed(rows.slice(90))}${more}</body></html>`

test('the scripts of the framework, their preloads and the data go; everything else stays', () => {
  const { html, plain } = plainDocument(page('<p>By <!-- --> <b>Ann</b></p>'))
  expect(plain).toBe(true)
  expect(html).toBe(
    '<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/>' +
      '<link rel="preload" href="/_next/static/media/text.1o9o6__l__p-w.woff2" as="font" crossorigin="" type="font/woff2"/>' +
      '<link rel="stylesheet" href="/_next/static/chunks/21s0hhfr9fg7r.css" data-precedence="next"/>' +
      '<title>About &lt;us&gt;</title></head><body><div hidden=""></div>' +
      `<main><p>By  <b>Ann</b></p></main>${OURS}</body></html>`,
  )
})

test('a plain document is left as it is', () => {
  const { html } = plainDocument(page('<p>Once</p>'))
  expect(plainDocument(html)).toEqual({ html, plain: true })
})

test('an article may hold what looks like a script, a comment or late content', () => {
  const body =
    `<p title="<script src='${CHUNK}'></script><!--$?--><template id=B:0>">&lt;script src="${CHUNK}"&gt;&lt;/script&gt;</p>` +
    '<pre><code>self.__next_f.push([1,"x"]) &lt;!--$?--&gt; &lt;/script&gt;</code></pre>' +
    '<textarea name="q">&lt;script&gt;</textarea><a href="/_next/static/chunks/x.js">as="script"</a>'
  expect(plainDocument(page(body))).toEqual({
    html: expect.stringContaining(`<main>${body}</main>`),
    plain: true,
  })
})

test('an article in the data may hold what looks like a row', () => {
  const article = 'Ŵ\n7:I[1,["$2"],"EditorForm"]\n'
  const text = `5:T${Buffer.byteLength(article).toString(16)},${article}`
  expect(plainDocument(page('<p>Ŵ</p>', { rows: `${ROWS}${text}6:null\n` })).plain).toBe(true)
})

describe('a page stays as it is', () => {
  const kept: [string, string][] = [
    ['content is late', page('<!--$?--><template id="B:0"></template><!--/$-->')],
    ['content is late, in a template alone', page('<template id="B:0"></template>')],
    [
      'something failed and is to be shown by scripts',
      page('<!--$!--><template data-dgst="1"></template><!--/$-->'),
    ],
    ['content came late', page('', { more: '<div hidden id="S:0">Late</div>' })],
    ['late content is put in its place by a script', page('', { more: '<script>$RC("B:0","S:0")</script>' })],
    ['a script is not known', page('<script>alert(1)</script>')],
    ['a script from elsewhere', page('<script src="https://example.org/_next/static/chunks/x.js"></script>')],
    [
      'a marked script from elsewhere',
      page('<script data-keep="" src="https://example.org/me.js"></script>'),
    ],
    [
      'a marked script from elsewhere, in short',
      page('<script data-keep="" src="//example.org/me.js"></script>'),
    ],
    ['a file of ours that is not marked', page('<script src="/me.js"></script>')],
    ['a marked script that stands in the page', page('<script data-keep="">alert(1)</script>')],
    ['a marked script of the framework', page(`<script data-keep="" src="${CHUNK}"></script>`)],
    ['a preload is not known', page('<link rel="modulepreload" href="/x.js"/>')],
    ['a comment is not known', page('<!--late-->')],
    ['the page was cut off', page('<p>Half').replace('</body></html>', '')],
    ['a script was cut off', page('').replace('</script></body></html>', '')],
    ['the data cannot be read', page('', { rows: `${ROWS}5:Tzz,x` })],
    ['the data is of another kind', page('', { more: '<script>self.__next_f.push([2,"state"])</script>' })],
    ['there is a client component', page('', { rows: `${ROWS}7:I[1,["$2"],"EditorForm"]\n` })],
    [
      'there is one whose name is used twice',
      page('', { rows: `${ROWS}7:"EditorForm"\n8:I[1,["$2"],"$7"]\n` }),
    ],
  ]
  test.each(kept)('when %s', (_, html) => {
    expect(plainDocument(html)).toEqual({ html, plain: false, because: expect.stringMatching(/./) })
  })
})

test('the versions whose pages were looked at are the ones in use', () => {
  const versionOf = (name: string) =>
    JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version
  const advice =
    'Build the site, run tests/e2e/plain.spec.ts, compare the shapes in this test with new pages, then write the new version here.'
  expect(versionOf('next'), advice).toBe('16.4.5')
  expect(versionOf('react-dom'), advice).toBe('19.3.1')
})

test('no client component of ours is a default export but the page that says that something went wrong', () => {
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  )
  const found = files.filter((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    return /^['"]use client['"]/.test(text) && /^export default/m.test(text)
  })
  expect(found.sort()).toEqual(['app/error.tsx', 'app/global-error.tsx'])
})
