'use client'

import { useEffect, useState } from 'react'
import { Button } from '../ui/button'

type Props = { id: string; label: string; text: string }

/** A line of text to be copied: by hand everywhere, by a button where scripts run. */
export function CopyText({ id, label, text }: Props) {
  const [isLive, setIsLive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setIsLive(Boolean(navigator.clipboard)), [])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser did not allow it. Select the text and copy it.'),
    )
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="copy-row">
        <input id={id} className="copy-text" readOnly defaultValue={text} spellCheck={false} />
        {isLive ? (
          <Button type="button" kind="second" onClick={copy}>
            Copy
          </Button>
        ) : null}
      </div>
      <p role="status" className="hint">
        {said}
      </p>
    </div>
  )
}
