import { Marked, type Token, type TokensList } from 'marked'

// An instance of our own: extensions that other code registers on the shared one do not reach it.
const marked = new Marked({ gfm: true, breaks: false })

export type { Token }

export function lex(markdown: string): TokensList {
  return marked.lexer(markdown)
}

/** The HTML a reader would get, written so that equal meaning gives equal text. */
export function meaningOf(markdown: string): string {
  const html = marked.parser(lex(markdown))
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) =>
      part.startsWith('<pre>')
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(
              / ?(<\/?(?:p|li|ul|ol|h\d|blockquote|table|thead|tbody|tr|t[dh]|br|hr)\b[^>]*>) ?/g,
              '$1',
            ),
    )
    .join('')
    .trim()
}
