// React puts the first text back into a text area when it takes over a page that is already there. What somebody typed
// until then is remembered from the moment in which this file arrives, and given back.
type Typed = HTMLInputElement | HTMLTextAreaElement

const early = new Map<Typed, string>()

if (typeof document !== 'undefined') {
  for (const field of document.querySelectorAll<Typed>('form textarea, form input')) remember(field)
  document.addEventListener('input', onInput, true)
}

function onInput({ target }: Event) {
  if (isText(target)) early.set(target, target.value)
}

function remember(field: Typed) {
  if (isText(field) && field.value !== field.defaultValue) early.set(field, field.value)
}

/** Gives back what was typed before the scripts ran; later calls do nothing. */
export function giveBackEarlyTyping() {
  document.removeEventListener('input', onInput, true)
  for (const [field, text] of early) {
    if (!field.isConnected || field.value === text) continue
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  early.clear()
}

function isText(target: EventTarget | null): target is Typed {
  if (target instanceof HTMLTextAreaElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'hidden', 'file', 'submit', 'button'].includes(target.type)
  )
}
