// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { renderFields, renderProse } from '@/lib/revisions/render'
import { HOSTILE } from './hostile'

const ALLOWED_TAGS =
  /^(p|h[3-6]|ul|ol|li|a|strong|em|del|code|pre|blockquote|hr|br|table|thead|tbody|tr|th|td|sup|div)$/i
const ALLOWED_ATTRIBUTES = /^(href|aria-label|title|start|align|scope|class|role|tabindex)$/
const ALLOWED_CLASSES = ['', 'ref', 'tablewrap']

describe('hostile text is shown as text', () => {
  test('there are more than three hundred attempts', () => {
    expect(new Set(HOSTILE).size).toBeGreaterThan(300)
  })

  test.each(HOSTILE.map((text, index) => [index, text.slice(0, 60), text]))('%i: %s', (_, _start, text) => {
    const page = document.createElement('div')
    page.innerHTML = renderProse(String(text))
    for (const element of page.querySelectorAll('*')) {
      expect(element.tagName).toMatch(ALLOWED_TAGS)
      for (const { name } of element.attributes) expect(name).toMatch(ALLOWED_ATTRIBUTES)
      expect(ALLOWED_CLASSES).toContain(element.className)
      const href = element.getAttribute('href')
      if (href !== null) expect(schemeOf(href)).toMatch(/^(https?|mailto|tel|none)$/)
    }
  })
})

/** As a browser reads it: white space and control characters before and inside a scheme do not count. */
function schemeOf(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave these out
  const read = href.replace(/[\u0000-\u0020]/g, '').toLowerCase()
  return /^([a-z][a-z0-9+.-]*):/.exec(read)?.[1] ?? 'none'
}

describe('what people write is shown', () => {
  test.each([
    [
      'One.\n\nTwo *three* **four** ~~five~~ `six`',
      '<p>One.</p>\n<p>Two <em>three</em> <strong>four</strong> <del>five</del> <code>six</code></p>',
    ],
    ['~£10k and ~5%', '<p>~£10k and ~5%</p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['5. a\n6. b', '<ol start="5">\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['> quoted', '<blockquote>\n<p>quoted</p>\n</blockquote>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    ['---', '<hr>'],
    ['5 < 6 & 7 > 4', '<p>5 &#x3C; 6 &#x26; 7 > 4</p>'],
    ['[a](https://example.org "T")', '<p><a href="https://example.org" title="T">a</a></p>'],
    ['[mail](mailto:buyer@example.org)', '<p><a href="mailto:buyer@example.org">mail</a></p>'],
    ['[here](/case-studies)', '<p><a href="/case-studies">here</a></p>'],
    ['https://example.org/a_b', '<p><a href="https://example.org/a_b">https://example.org/a_b</a></p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['Tŷ dŵr 🥕', '<p>Tŷ dŵr 🥕</p>'],
    ['', ''],
    [' \n\n ', ''],
  ])('%j', (markdown, html) => {
    expect(renderProse(markdown)).toBe(html)
  })

  test('headings begin below those of the page', () => {
    const html = renderProse('# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six')
    expect(html.match(/<h\d/g)).toEqual(['<h3', '<h4', '<h5', '<h6', '<h6', '<h6'])
  })

  test('a picture becomes a link, so that nothing is loaded from elsewhere', () => {
    expect(renderProse('![The depot](https://example.org/depot.jpg)')).toBe(
      '<p><a href="https://example.org/depot.jpg">Picture: The depot</a></p>',
    )
    expect(renderProse('![](https://example.org/x.jpg)')).toContain('Picture: no description')
    expect(renderProse('![x](data:image/png;base64,AAAA)')).toBe('<p><a>Picture: x</a></p>')
  })

  test('a picture that was uploaded here is shown, with its words', () => {
    expect(renderProse('![The depot](/files/12-depot.png)')).toBe(
      '<p><img src="/files/12-depot.png" alt="The depot" class="picture" loading="lazy"></p>',
    )
    expect(renderProse('![](/files/12-line.png)')).toContain('alt=""')
    expect(renderProse('[![Map](/files/3-map.png)](/x)')).toBe('<p><a href="/x">Picture: Map</a></p>')
  })

  test.each([
    '//files/1-a.png',
    '/files/../1-a.png',
    '/files/0-a',
    '/files/a.png',
    '/other/1-a.png',
    'files/1-a.png',
  ])('%s is not a picture of ours', (src) => {
    expect(renderProse(`![x](${src})`)).not.toContain('<img')
  })

  test('a file is a link', () => {
    expect(renderProse('[Plan (PDF, 1.2 MB)](/files/7-plan.pdf)')).toBe(
      '<p><a href="/files/7-plan.pdf">Plan (PDF, 1.2 MB)</a></p>',
    )
  })

  test('a table can be scrolled by keyboard and its head is a head', () => {
    expect(renderProse('| a | b |\n|---|--:|\n| 1 | 2 |').replace(/\n/g, '')).toBe(
      '<div class="tablewrap" role="region" tabindex="0" aria-label="Table"><table><thead><tr>' +
        '<th scope="col">a</th><th align="right" scope="col">b</th></tr></thead><tbody><tr>' +
        '<td>1</td><td align="right">2</td></tr></tbody></table></div>',
    )
  })

  test('every field is rendered under its name', () => {
    expect(renderFields({ context: '*a*', action: '' })).toEqual({ context: '<p><em>a</em></p>', action: '' })
  })
})

describe('references to sources', () => {
  const mark = (number: number) => `<a href="#source-${number}" aria-label="Source ${number}">${number}</a>`

  test.each([
    ['It fell [2](#source-2).', `<p>It fell<sup class="ref">${mark(2)}</sup>.</p>`],
    [
      'It fell [2](#source-2), [5](#source-5).',
      `<p>It fell<sup class="ref">${mark(2)}, ${mark(5)}</sup>.</p>`,
    ],
    [
      'A [1](#source-1), B [2](#source-2)',
      `<p>A<sup class="ref">${mark(1)}</sup>, B<sup class="ref">${mark(2)}</sup></p>`,
    ],
    ['**Bold** [1](#source-1)', `<p><strong>Bold</strong><sup class="ref">${mark(1)}</sup></p>`],
    ['[1](#source-1) begins', `<p><sup class="ref">${mark(1)}</sup> begins</p>`],
  ])('%s', (markdown, html) => {
    expect(renderProse(markdown)).toBe(html)
  })

  test('three in a row stand in one mark', () => {
    const html = renderProse('It fell [1](#source-1), [2](#source-2), [3](#source-3)')
    expect(html).toBe(`<p>It fell<sup class="ref">${mark(1)}, ${mark(2)}, ${mark(3)}</sup></p>`)
  })

  test.each(['#source-', '#source-x', '#source-12345', '#sources-1', '/x#source-1'])(
    '%s is an ordinary link',
    (href) => {
      expect(renderProse(`[1](${href})`)).toBe(`<p><a href="${href}">1</a></p>`)
    },
  )
})
