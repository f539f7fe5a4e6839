import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sameText } from './words'

/**
 * The text of the field. It follows a new defaultValue, except when that is only the echo of what
 * was sent while the person went on typing: then what they typed stays.
 */
export function useText(id: string, defaultValue: string, field: RefObject<HTMLTextAreaElement | null>) {
  const [text, setText] = useState(defaultValue)
  const [opening, setOpening] = useState({ text: defaultValue, count: 0 })
  const [given, setGiven] = useState(defaultValue)
  const sent = useRef<string | null>(null)
  const [isLive, setIsLive] = useState(false)
  const early = useEarlyText(id)

  const replace = useCallback((next: string) => {
    setText(next)
    setOpening(({ count }) => ({ text: next, count: count + 1 }))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, right after the page came alive
  useEffect(() => {
    setIsLive(true)
    if (early !== null && !sameText(early, defaultValue)) replace(early)
  }, [])

  useEffect(() => {
    const form = field.current?.form
    const note = ({ formData }: FormDataEvent) => {
      const value = formData.get(field.current?.name ?? '')
      sent.current = typeof value === 'string' ? value : null
    }
    form?.addEventListener('formdata', note)
    return () => form?.removeEventListener('formdata', note)
  }, [field])

  useEffect(() => {
    if (given === defaultValue) return
    setGiven(defaultValue)
    const isEcho = sent.current !== null && sameText(defaultValue, sent.current)
    if (!isEcho && !sameText(defaultValue, text)) replace(defaultValue)
  }, [given, defaultValue, text, replace])

  return { text, setText, opening, reopen: () => replace(text), replace, isLive }
}

// React sets a textarea to its first value when the page comes alive; what was typed before that is read first.
function useEarlyText(id: string): string | null {
  const isHydrating = useSyncExternalStore(subscribe, no, yes)
  const early = useRef<string | null>(null)
  if (isHydrating && typeof document !== 'undefined') {
    const element = document.getElementById(id)
    if (element instanceof HTMLTextAreaElement) early.current = element.value
  }
  return early.current
}

const subscribe = () => () => {}
const no = () => false
const yes = () => true
