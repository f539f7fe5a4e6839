import { type AnyExtension, Node, wrappingInputRule } from '@tiptap/core'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import { image } from './image'
import { isAllowedHref } from './links'
import { source } from './source'
import { tableExtensions } from './table'

const LOOSE = { default: false, rendered: false, parseHTML: () => false }

const bulletList = BulletList.extend({
  addAttributes: () => ({ loose: LOOSE }),
})

const orderedList = OrderedList.extend({
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element: HTMLElement) => readStart(element.getAttribute('start')) },
    loose: LOOSE,
  }),
  // Only "1.": a paragraph that begins with a year is not a list.
  addInputRules() {
    return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
  },
})

// Shown as the page shows it: the page itself has the first two levels.
const heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (element) => ({ level: Number(element.getAttribute('data-level') ?? level) }),
    })),
  renderHTML: ({ node: { attrs } }) => [`h${Math.min(6, attrs.level + 2)}`, { 'data-level': attrs.level }, 0],
})

// Tab leaves the editor, so lists are indented with other keys.
const listItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Ctrl-]': () => this.editor.commands.sinkListItem(this.name),
      'Ctrl-[': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

/** All that the editor can hold; Markdown beside it is kept as blocks of source. */
export const extensions: AnyExtension[] = [
  StarterKit.configure({
    heading: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isAllowedHref,
      shouldAutoLink: (address) => /^(?:https?:\/\/|www\.)|^[^\s@:/]+@[^\s@:/]+$/i.test(address),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  heading,
  bulletList,
  orderedList,
  listItem,
  image,
  source,
  ...tableExtensions,
]

function readStart(value: string | null) {
  const start = Number.parseInt(value ?? '1', 10)
  return start >= 0 && start < 1_000_000_000 ? start : 1
}
