import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { extensions } from './extensions'
import { FilePanel } from './file-panel'
import { focus } from './focused'
import { LinkPanel } from './link-panel'
import type { Opened } from './markdown/open'
import { paste } from './paste/paste'
import { type Item, Toolbar } from './toolbar'
import { toolsFor } from './tools'

export type RichEditorProps = {
  id: string
  label: string
  describedBy: string
  opened: Opened
  isInvalid: boolean
  isRequired: boolean
  takesFocus: boolean
  onChange: (markdown: string) => void
  onPlain: () => void
}

// Buttons that open a panel rather than doing something at once.
const PANELS = ['Link', 'Image', 'File']

/** The editor with its buttons. It reports Markdown only when the document is no longer what was opened. */
export function RichEditor(props: RichEditorProps) {
  const { id, label, opened, onChange, onPlain, takesFocus } = props
  const bar = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<string | null>(null)
  const [notice, setNotice] = useState('')
  const editor = useEditor({
    extensions: [...extensions, paste.configure({ onNotice: setNotice })],
    content: opened.document,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    enableInputRules: ['bulletList', 'orderedList'],
    enablePasteRules: ['link'],
    editorProps: {
      attributes: attributesFor(props),
      handleKeyDown: (_view, event) => toToolbar(event, bar.current),
    },
    onUpdate: ({ editor: changed }) => onChange(opened.write(changed.getJSON())),
  })

  useEffect(() => {
    if (takesFocus) editor.commands.focus('end')
  }, [editor, takesFocus])

  const items = useEditorState({
    editor,
    selector: ({ editor: now }) => itemsFor(now),
    equalityFn: sameItems,
  })
  const tools = items.map((item) =>
    PANELS.includes(item.name)
      ? {
          ...item,
          pressed: undefined,
          expanded: panel === item.name,
          run: () => setPanel((open) => (open === item.name ? null : item.name)),
        }
      : item,
  )

  function close(said = '') {
    setPanel(null)
    setNotice(said)
    focus(editor)
  }

  return (
    <>
      <Toolbar
        label={`Formatting: ${label}`}
        controls={id}
        items={[...tools, { icon: 'text', name: 'Edit as text', run: onPlain }]}
        barRef={bar}
        onEscape={() => focus(editor)}
      />
      {panel === 'Link' && <LinkPanel id={id} editor={editor} onClose={() => close()} />}
      {panel === 'Image' && <FilePanel id={id} kind="image" editor={editor} onClose={close} />}
      {panel === 'File' && <FilePanel id={id} kind="file" editor={editor} onClose={close} />}
      <EditorContent editor={editor} />
      <p className="editor-notice" role="status">
        {notice}
      </p>
    </>
  )
}

function attributesFor({ id, describedBy, isInvalid, isRequired }: RichEditorProps) {
  return {
    id,
    class: 'editor',
    role: 'textbox',
    tabindex: '0',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': describedBy,
    ...(isInvalid && { 'aria-invalid': 'true' }),
    ...(isRequired && { 'aria-required': 'true' }),
  }
}

function toToolbar(event: KeyboardEvent, bar: HTMLElement | null): boolean {
  if (event.key !== 'F10' || !event.altKey) return false
  event.preventDefault()
  bar?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  return true
}

function itemsFor(editor: Editor): Item[] {
  return toolsFor(editor).map(({ icon, name, isOn, canRun, run }) => ({
    icon,
    name,
    pressed: isOn?.(editor),
    off: canRun ? !canRun(editor) : false,
    run: () => run(editor),
  }))
}

function sameItems(one: Item[], other: Item[] | null): boolean {
  const seen = (items: Item[] | null) =>
    items?.map(({ name, pressed, off }) => `${name} ${pressed} ${off}`).join()
  return seen(one) === seen(other)
}
