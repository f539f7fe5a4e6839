/** Sent to the textarea of a prose field, its `detail` a piece of Markdown to put at the end of the text. */
export const APPEND = 'append-text'

/** Puts a piece of Markdown at the end of a prose field, whether it shows buttons or plain text. */
export function appendTo(form: HTMLFormElement, name: string, piece: string): boolean {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLTextAreaElement)) return false
  field.dispatchEvent(new CustomEvent(APPEND, { detail: piece }))
  return true
}

export function appended(text: string, piece: string): string {
  return text.trim() === '' ? piece : `${text.trimEnd()}\n\n${piece}`
}
