import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { APPEND, appended } from './append'
import { type Rich, useRich } from './use-rich'
import { useText } from './use-text'

/** Whether the field shows buttons or plain text, and the one text behind both. */
export function useModes(id: string, defaultValue: string, field: RefObject<HTMLTextAreaElement | null>) {
  const { text, setText, opening, reopen, replace, isLive } = useText(id, defaultValue, field)
  const [wantsButtons, setWantsButtons] = useState(false)
  const [takesFocus, setTakesFocus] = useState(false)
  const changed = useOutside(field, text, replace)

  const rich = useRich(field, (isFocused) => {
    // Whoever is in the middle of typing is left alone; the button is there when they want it.
    if (isFocused && text !== defaultValue) return
    setTakesFocus(isFocused)
    reopen()
    setWantsButtons(true)
  })
  const candidate = useMemo(() => tryOpen(rich, opening.text), [rich, opening])
  const opened = wantsButtons ? candidate : null

  return {
    rich,
    opened,
    text,
    isLive,
    takesFocus,
    count: opening.count,
    isRefused: wantsButtons && candidate === null,
    changeByHand: setText,
    changeByEditor: (markdown: string) => {
      changed.current = true
      setText(markdown)
    },
    showText: () => {
      setWantsButtons(false)
      requestAnimationFrame(() => field.current?.focus())
    },
    showButtons: () => {
      setTakesFocus(true)
      reopen()
      setWantsButtons(true)
    },
  }
}

function tryOpen(rich: Rich | null, text: string) {
  try {
    return rich?.openMarkdown(text) ?? null
  } catch {
    // A fault in reading must not take the text away: it stays in the textarea.
    return null
  }
}

/** What reaches the field from outside the editor, and what others hear of its changes. */
function useOutside(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  replace: (text: string) => void,
) {
  const changed = useAnnounced(field, text)
  useEffect(() => {
    const element = field.current
    const take = (event: Event) => {
      changed.current = true
      replace(appended(text, String((event as CustomEvent).detail)))
    }
    element?.addEventListener(APPEND, take)
    return () => element?.removeEventListener(APPEND, take)
  }, [field, text, replace, changed])
  return changed
}

// Scripts that save drafts listen for "input" on the form; a change by a button would otherwise be silent.
function useAnnounced(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  const changed = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new text
  useEffect(() => {
    if (!changed.current) return
    changed.current = false
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [text, field])
  return changed
}
