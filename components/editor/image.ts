import { Node } from '@tiptap/core'

/** Keeps images that the text already has. Pasted ones are left out: they would be fetched from elsewhere. */
export const image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  marks: '',
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
  parseHTML: () => [{ tag: 'img[data-kept]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, 'data-kept': '' }],
})
