import 'server-only'
import type { Element, Root } from 'hast'
import { LRUCache } from 'lru-cache'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { isFilePath } from '@/lib/media/paths'

/** Raise this when rendering changes: stored HTML of an older renderer is made anew when it is read. */
export const RENDERER = 2

/** Sanitised HTML by the name of the prose field. */
export type ProseHtml = Record<string, string>
export type KeptHtml = { renderer: number; html: ProseHtml }

// Everything not named here is dropped. HTML in Markdown never gets this far: remark-rehype leaves it out.
const ALLOWED: Options = {
  tagNames: [
    'p',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'a',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'blockquote',
    'hr',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'sup',
    'div',
    'img',
  ],
  attributes: {
    a: ['href', 'ariaLabel', 'title'],
    ol: ['start'],
    th: ['align', ['scope', 'col']],
    td: ['align'],
    sup: [['className', 'ref']],
    img: [['src', /^\/files\/[1-9]/], 'alt', 'title', ['className', 'picture'], ['loading', 'lazy']],
    div: [
      ['className', 'tablewrap'],
      ['role', 'region'],
      ['tabIndex', 0],
      ['ariaLabel', 'Table'],
    ],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  strip: ['script', 'style'],
  clobber: [],
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkRehype)
  .use(() => shape)
  .use(rehypeSanitize, ALLOWED)
  .use(rehypeStringify)
  .freeze()

// An edit changes one field of many: the others were rendered when they were read or saved before.
const rendered = new LRUCache<string, string>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (html, markdown) => html.length + markdown.length,
})

/** Markdown (CommonMark with tables) to sanitised HTML. Headings start at level 3: the page has 1 and 2. */
export function renderProse(markdown: string): string {
  if (markdown.trim() === '') return ''
  const known = rendered.get(markdown)
  if (known !== undefined) return known
  const html = String(pipeline.processSync(markdown))
  rendered.set(markdown, html)
  return html
}

/** Takes HTML that was rendered from these texts before and kept, so that it need not be rendered again. */
export function rememberRendered(texts: Record<string, string>, { renderer, html }: KeptHtml): void {
  if (renderer !== RENDERER) return
  for (const [name, markdown] of Object.entries(texts)) {
    const known = html[name]
    if (known !== undefined && markdown.trim() !== '') rendered.set(markdown, known)
  }
}

export function renderFields(fields: Record<string, string>): ProseHtml {
  return Object.fromEntries(Object.entries(fields).map(([name, markdown]) => [name, renderProse(markdown)]))
}

/** Fits the tree into our page before it is sanitised; nothing changes the markup afterwards. */
function shape(tree: Root) {
  visit(tree, 'element', (element) => {
    const heading = /^h([1-6])$/.exec(element.tagName)
    if (heading) element.tagName = `h${Math.min(6, Number(heading[1]) + 2)}`
    if (element.tagName === 'th') element.properties.scope = 'col'
    if (element.tagName === 'img') showPicture(element)
    if (element.tagName !== 'a') return
    if (sourceReference(element)) return SKIP
    // A link holds no other link: a picture in it stays as words.
    visit(element, 'element', (inner, index, parent) => {
      if (inner.tagName === 'img' && parent && index !== undefined)
        parent.children[index] = { type: 'text', value: pictureWords(inner) }
    })
  })
  visit(tree, 'element', joinNeighbours)
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'table' || !parent || index === undefined) return
    const properties = { className: ['tablewrap'], role: 'region', tabIndex: 0, ariaLabel: 'Table' }
    parent.children[index] = { type: 'element', tagName: 'div', properties, children: [element] }
    return SKIP
  })
}

/** A picture that was uploaded here is shown. No page loads one from elsewhere: it becomes a link. */
function showPicture(element: Element) {
  if (isFilePath(String(element.properties.src))) {
    element.properties = { ...element.properties, className: ['picture'], loading: 'lazy' }
    return
  }
  const words = pictureWords(element)
  element.tagName = 'a'
  element.properties = { href: element.properties.src }
  element.children = [{ type: 'text', value: words }]
}

function pictureWords({ properties }: Element): string {
  return `Picture: ${properties.alt || 'no description'}`
}

/** A link such as [2](#source-2) is shown as a small raised number. */
function sourceReference(element: Element): boolean {
  const number = /^#source-(\d{1,4})$/.exec(String(element.properties.href ?? ''))?.[1]
  if (!number) return false
  const link: Element = {
    ...element,
    properties: { href: `#source-${number}`, ariaLabel: `Source ${number}` },
  }
  element.tagName = 'sup'
  element.properties = { className: ['ref'] }
  element.children = [link]
  return true
}

/** "[1](#source-1), [7](#source-7)" stands in one raised mark, its comma with it. */
function joinNeighbours(element: Element) {
  const joined: Element['children'] = []
  for (const child of element.children) {
    const [mark, comma] = [joined[joined.length - 2], joined[joined.length - 1]]
    if (isMark(child) && mark && isMark(mark) && comma?.type === 'text' && /^,\s*$/.test(comma.value)) {
      joined.pop()
      mark.children.push({ type: 'text', value: ', ' }, ...child.children)
    } else {
      // A raised number follows its word without a space.
      if (isMark(child) && comma?.type === 'text') comma.value = comma.value.replace(/\s+$/, '')
      joined.push(child)
    }
  }
  element.children = joined
}

function isMark(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'sup'
}
