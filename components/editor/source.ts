import { Node } from '@tiptap/core'

export const KEPT = 'Kept as written'

/** Markdown that the buttons have no place for. It is shown and saved as its very characters. */
export const source = Node.create({
  name: 'source',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  isolating: true,
  parseHTML: () => [
    { tag: 'div[data-kept]', contentElement: 'pre', preserveWhitespace: 'full' as const, priority: 100 },
  ],
  renderHTML: () => [
    'div',
    { class: 'kept-source', 'data-kept': '', role: 'group', 'aria-label': KEPT },
    ['span', { contenteditable: 'false', 'aria-hidden': 'true' }, KEPT],
    ['pre', { spellcheck: 'false' }, 0],
  ],
})
