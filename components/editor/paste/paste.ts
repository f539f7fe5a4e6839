import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Slice, DOMParser as SliceParser } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { type Cleaned, cleanPastedHtml } from './clean'
import { htmlOfText } from './plain'

type PasteOptions = { onNotice: (notice: string) => void }

/** Cleans what is pasted and says in words what was left out. One Undo takes the whole paste back. */
export const paste = Extension.create<PasteOptions>({
  name: 'cleanPaste',
  addOptions: () => ({ onNotice: () => {} }),
  addProseMirrorPlugins() {
    const { onNotice } = this.options
    let isForeign = false
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            const cleaned = cleanPastedHtml(html, parse)
            isForeign = cleaned.html !== html
            onNotice(noticeOf(cleaned))
            return cleaned.html
          },
          // Null leaves a single line as it is, spaces and all.
          clipboardTextParser: (text, context, isPlain, view) => {
            onNotice('')
            isForeign = true
            if (isPlain || !/\n/.test(text.trim())) return null as unknown as Slice
            const { body } = parse(htmlOfText(text))
            return SliceParser.fromSchema(view.state.schema).parseSlice(body, { context })
          },
          transformPasted: (slice, { state }) => (isForeign && isAfterWords(state) ? whole(slice) : slice),
          handlePaste: (view) => {
            // What was typed a moment ago is undone by itself.
            view.dispatch(closeHistory(view.state.tr))
            return false
          },
        },
      }),
    ]
  },
})

function isAfterWords({ selection: { $from } }: EditorState): boolean {
  return $from.parent.content.size > 0 && $from.depth === 1
}

// The first item of a copied list would otherwise run on from the words before it.
function whole(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice
  if (content.childCount < 2 && !/List$|^table$/.test(content.firstChild?.type.name ?? '')) return slice
  const isText = (name?: string) => name === 'paragraph'
  return new Slice(
    content,
    isText(content.firstChild?.type.name) ? openStart : 0,
    isText(content.lastChild?.type.name) ? openEnd : 0,
  )
}

/** What to say after a paste; nothing when nothing was left out. */
export function noticeOf({ program, styles, pictures }: Cleaned): string {
  const left = styles > 0 && program ? `${styles} ${styles === 1 ? 'style' : 'styles'} left out. ` : ''
  const missing =
    pictures > 0
      ? `${pictures} ${pictures === 1 ? 'picture was' : 'pictures were'} left out: add ${pictures === 1 ? 'it' : 'them'} with the Image button.`
      : ''
  const whole = `${left}${missing}`.trim()
  if (whole === '') return ''
  return program ? `Pasted from ${program}: ${whole}` : `Pasted: ${whole}`
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html')
}
