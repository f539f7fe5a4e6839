import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { readHref } from './links'

type LinkPanelProps = { id: string; editor: Editor; onClose: () => void }

/** Asks for the address of a link, in place: no window opens and nothing is submitted. */
export function LinkPanel({ id, editor, onClose }: LinkPanelProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>(() => editor.getAttributes('link').href ?? '')
  const [message, setMessage] = useState('')
  const hadLink = editor.isActive('link')

  useEffect(() => input.current?.select(), [])

  function apply() {
    const answer = readHref(typed)
    if (answer.ok) {
      setLink(editor, answer.href)
      onClose()
      return
    }
    setMessage(answer.message)
    input.current?.focus()
  }

  function remove() {
    editor.chain().extendMarkRange('link').unsetLink().run()
    onClose()
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target === input.current) apply()
    else return
    // Enter must not send the whole form.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named by a legend, and none is shown
    <div className="link-panel" role="group" aria-label="Link" onKeyDown={keys}>
      <div className={message ? 'field has-error' : 'field'}>
        <label htmlFor={`${id}-link`}>Address of the link</label>
        <p className="hint" id={`${id}-link-hint`}>
          For example https://www.example.org, or #source-2 for a place on this page
        </p>
        <p className="error" id={`${id}-link-error`} role="alert">
          {message}
        </p>
        <input
          id={`${id}-link`}
          ref={input}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={message ? true : undefined}
          aria-describedby={`${id}-link-hint ${id}-link-error`}
          onChange={(event) => {
            event.stopPropagation()
            setTyped(event.target.value)
          }}
        />
      </div>
      <div className="buttons">
        <button type="button" className="button small" onClick={apply}>
          Apply link
        </button>
        {hadLink && (
          <button type="button" className="button second small" onClick={remove}>
            Remove link
          </button>
        )}
        <button type="button" className="button second small" onClick={onClose}>
          Cancel
        </button>
      </div>
    </div>
  )
}

function setLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection
  const chain = editor.chain()
  if (!empty || editor.isActive('link')) chain.extendMarkRange('link').setLink({ href }).run()
  else chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
}
