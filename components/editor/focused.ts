import type { Editor } from '@tiptap/core'

/** Puts the cursor back at once: TipTap waits for the next frame, and letters typed meanwhile would go nowhere. */
export function focus(editor: Editor) {
  editor.view.focus()
}

/** Steps to be taken in the editor, which has the cursor from now on. */
export function chainIn(editor: Editor) {
  focus(editor)
  return editor.chain().focus()
}
