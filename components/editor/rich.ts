/** All that is loaded after the page, in one piece: the editor and the Markdown it reads and writes. */
export { openMarkdown } from './markdown/open'
export { RichEditor } from './rich-editor'
