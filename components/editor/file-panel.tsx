import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import {
  CONFIRM_WORDS,
  FILE_WORDS,
  fileAccept,
  IMAGE_WORDS,
  imageAccept,
  LICENCES,
  type Licence,
} from '@/lib/media/limits'
import { chainIn } from './focused'
import { Panel } from './panel'
import { PanelField, PanelTick } from './panel-field'
import { fileWords, objection, type Uploaded, upload } from './upload'

type Kind = 'image' | 'file'
type FilePanelProps = { id: string; kind: Kind; editor: Editor; onClose: (said?: string) => void }
type Errors = { file?: string; alt?: string; licence?: string; confirm?: string }

const WORDS = {
  image: { name: 'Image', label: 'Picture', hint: IMAGE_WORDS, accept: imageAccept, apply: 'Add picture' },
  file: {
    name: 'File',
    label: 'File',
    hint: `${FILE_WORDS} ${IMAGE_WORDS}`,
    accept: fileAccept,
    apply: 'Add file',
  },
}

/** Sends a picture or another file and puts it where the cursor is. */
export function FilePanel({ id, kind, editor, onClose }: FilePanelProps) {
  const words = WORDS[kind]
  const input = useRef<HTMLInputElement>(null)
  const [alt, setAlt] = useState('')
  const [isDecorative, setIsDecorative] = useState(false)
  const [licence, setLicence] = useState<Licence | ''>('')
  const [isConfirmed, setIsConfirmed] = useState(false)
  const [errors, setErrors] = useState<Errors>({})
  const [isSending, setIsSending] = useState(false)

  useEffect(() => input.current?.focus(), [])

  async function send() {
    const file = input.current?.files?.[0]
    const found: Errors = {
      file: objection(file, kind) ?? undefined,
      alt:
        kind === 'image' && !isDecorative && alt.trim() === ''
          ? 'Say what the picture shows, or tick that it is only decoration'
          : undefined,
      licence: licence === '' ? 'Choose what others may do with it' : undefined,
      confirm: isConfirmed ? undefined : 'Tick the box if the file may be published',
    }
    setErrors(found)
    const first = (['file', 'alt', 'licence', 'confirm'] as const).find((name) => found[name])
    if (first) return document.getElementById(`${id}-${first}`)?.focus()
    if (!file || licence === '' || isSending) return

    setIsSending(true)
    const answer = await upload(file, licence)
    setIsSending(false)
    if (answer.ok) {
      insert(editor, kind, answer.file, isDecorative ? '' : alt.trim())
      onClose(kind === 'image' ? 'Picture added.' : 'File added.')
    } else {
      setErrors({ file: answer.message })
      input.current?.focus()
    }
  }

  return (
    <Panel
      label={words.name}
      apply={isSending ? 'Sending…' : words.apply}
      isBusy={isSending}
      onApply={send}
      onClose={() => onClose()}
    >
      <PanelField id={`${id}-file`} label={words.label} hint={words.hint} error={errors.file}>
        {(described) => <input {...described} ref={input} type="file" accept={words.accept} />}
      </PanelField>
      {kind === 'image' && (
        <>
          <PanelField
            id={`${id}-alt`}
            label="What the picture shows"
            hint="Read aloud to people who cannot see it. One sentence is enough."
            error={errors.alt}
          >
            {(described) => (
              <input
                {...described}
                type="text"
                value={alt}
                disabled={isDecorative}
                onChange={(event) => setAlt(event.target.value)}
              />
            )}
          </PanelField>
          <PanelTick id={`${id}-decorative`} isTicked={isDecorative} onTick={setIsDecorative}>
            It is only decoration and says nothing
          </PanelTick>
        </>
      )}
      <PanelField id={`${id}-licence`} label="What others may do with it" error={errors.licence}>
        {(described) => (
          <select
            {...described}
            value={licence}
            onChange={(event) => setLicence(event.target.value as Licence)}
          >
            <option value="">Choose one</option>
            {Object.entries(LICENCES).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </PanelField>
      <PanelTick id={`${id}-confirm`} isTicked={isConfirmed} onTick={setIsConfirmed} error={errors.confirm}>
        {CONFIRM_WORDS}
      </PanelTick>
    </Panel>
  )
}

function insert(editor: Editor, kind: Kind, file: Uploaded, alt: string) {
  const chain = chainIn(editor)
  if (kind === 'image') chain.insertContent({ type: 'image', attrs: { src: file.url, alt } }).run()
  else
    chain
      .insertContent([
        { type: 'text', text: fileWords(file), marks: [{ type: 'link', attrs: { href: file.url } }] },
        { type: 'text', text: ' ' },
      ])
      .run()
}
