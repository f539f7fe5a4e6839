import { Node } from '@tiptap/core'

/** A picture of this site. One from elsewhere is named in words: showing it would fetch it from there. */
export const image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  marks: '',
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
  parseHTML: () => [
    {
      tag: '[data-picture]',
      getAttrs: (element) => ({
        src: element.getAttribute('data-picture'),
        alt: element.getAttribute('data-alt') ?? '',
        title: element.getAttribute('title'),
      }),
    },
  ],
  renderHTML: ({ node: { attrs } }) => {
    const kept = { 'data-picture': attrs.src, 'data-alt': attrs.alt, title: attrs.title }
    return /^\/files\/\d+-/.test(attrs.src)
      ? ['img', { ...kept, src: attrs.src, alt: attrs.alt }]
      : ['span', { ...kept, class: 'kept-picture' }, `Picture: ${attrs.alt || 'no description'}`]
  },
})
