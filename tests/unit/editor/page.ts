import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)

/** What the site shows for this Markdown: another reader than the editor's own, so that they check each other. */
export function pageOf(markdown: string): string {
  const html = String(processor.processSync(markdown))
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
