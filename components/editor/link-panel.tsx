import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { readHref } from './links'
import { Panel } from './panel'
import { PanelField } from './panel-field'

type LinkPanelProps = { id: string; editor: Editor; onClose: () => void }

/** Asks for the address of a link. */
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

  const removal = hadLink && (
    <button type="button" className="button second small" onClick={remove}>
      Remove link
    </button>
  )
  return (
    <Panel label="Link" apply="Apply link" extra={removal} onApply={apply} onClose={onClose}>
      <PanelField
        id={`${id}-link`}
        label="Address of the link"
        hint="For example https://www.example.org, or #source-2 for a place on this page"
        error={message}
      >
        {(described) => (
          <input
            {...described}
            ref={input}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              event.stopPropagation()
              setTyped(event.target.value)
            }}
          />
        )}
      </PanelField>
    </Panel>
  )
}

function setLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection
  const chain = editor.chain()
  if (!empty || editor.isActive('link')) chain.extendMarkRange('link').setLink({ href }).run()
  else chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
}
