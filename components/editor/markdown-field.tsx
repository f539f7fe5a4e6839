'use client'

import { type RefObject, useRef } from 'react'
import { FieldHead } from './field-head'
import { Safely } from './safely'
import { Toolbar } from './toolbar'
import { useModes } from './use-modes'
import { countWords } from './words'
import { WritingHelp } from './writing-help'

export type MarkdownFieldProps = {
  id: string
  name: string
  label: string
  hint?: string
  error?: string
  defaultValue: string
  rows?: number
  required?: boolean
  expectedWords?: number
}

const REFUSED = 'This text cannot be shown with buttons, so it is shown as Markdown.'

/** A field for prose: a textarea of Markdown that becomes an editor where scripts run. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { id, error, expectedWords } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const modes = useModes(id, props.defaultValue, field)
  const { rich, opened, text, isRefused } = modes

  return (
    <div className={error ? 'field has-error' : 'field'}>
      <FieldHead {...props} isRich={opened !== null} />
      {rich && (
        <div role="status" id={`${id}-refused`}>
          {isRefused && <p className="note">{REFUSED}</p>}
        </div>
      )}
      <div className="editor-box">
        <Controls {...props} modes={modes} field={field} />
        <p className="underline-row">
          <span>{wordsLine(modes.isLive ? text : null, expectedWords)}</span>
          {opened && <span id={`${id}-keys`}>Alt and F10 moves to the buttons. Tab leaves the editor.</span>}
        </p>
        <WritingHelp hasButtons={opened !== null} />
      </div>
    </div>
  )
}

type ControlsProps = MarkdownFieldProps & {
  modes: ReturnType<typeof useModes>
  field: RefObject<HTMLTextAreaElement | null>
}

// The textarea is what the form sends, whichever of the two is on show.
function Controls({ modes, field, ...props }: ControlsProps) {
  const { id, error, required = false } = props
  const { rich, opened } = modes
  const describedBy = describe(props, modes)

  return (
    <>
      {rich && !opened && (
        <Toolbar
          label={`Editing: ${props.label}`}
          controls={id}
          items={[{ icon: 'text', name: 'Edit with buttons', run: modes.showButtons }]}
          onEscape={() => field.current?.focus()}
        />
      )}
      {rich && opened && (
        <Safely key={modes.count} onBroken={modes.showText}>
          <rich.RichEditor
            id={id}
            label={props.label}
            describedBy={describedBy}
            opened={opened}
            isInvalid={Boolean(error)}
            isRequired={required}
            takesFocus={modes.takesFocus}
            onChange={modes.changeByEditor}
            onPlain={modes.showText}
          />
        </Safely>
      )}
      <textarea
        id={opened ? undefined : id}
        ref={field}
        name={props.name}
        rows={props.rows ?? 10}
        hidden={opened !== null}
        required={required && !opened}
        value={modes.text}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => modes.changeByHand(event.target.value)}
      />
    </>
  )
}

function describe(
  { id, hint, error }: MarkdownFieldProps,
  { opened, isRefused }: ReturnType<typeof useModes>,
) {
  const last = opened ? `${id}-keys` : isRefused && `${id}-refused`
  return [hint && `${id}-hint`, error && `${id}-error`, last].filter(Boolean).join(' ')
}

function wordsLine(text: string | null, expected?: number) {
  const most = expected ? `Most are about ${expected}.` : ''
  if (text === null) return most
  const count = countWords(text)
  return `${count} ${count === 1 ? 'word' : 'words'}. ${most}`.trim()
}
