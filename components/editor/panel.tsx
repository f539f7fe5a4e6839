import type { KeyboardEvent, ReactNode } from 'react'

type PanelProps = {
  label: string
  apply: string
  isBusy?: boolean
  extra?: ReactNode
  onApply: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks for something in place, below the buttons: no window opens and nothing of the form is submitted. */
export function Panel({ label, apply, isBusy = false, extra, onApply, onClose, children }: PanelProps) {
  function keys(event: KeyboardEvent) {
    const isField = event.target instanceof HTMLInputElement && !/^(?:file|checkbox)$/.test(event.target.type)
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && isField) onApply()
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    // Enter must not send the whole form.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be named by a legend, and none is shown
    <div className="editor-panel" role="group" aria-label={label} onKeyDown={keys}>
      {children}
      <div className="buttons">
        <button type="button" className="button small" aria-disabled={isBusy || undefined} onClick={onApply}>
          {apply}
        </button>
        {extra}
        <button type="button" className="button second small" onClick={onClose}>
          Cancel
        </button>
      </div>
    </div>
  )
}
