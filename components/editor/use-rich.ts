import { type RefObject, useEffect, useState } from 'react'

export type Rich = typeof import('./rich')

/** Loads the editor after the page. Until it is there, or when it never comes, the textarea does the work. */
export function useRich(
  field: RefObject<HTMLTextAreaElement | null>,
  onReady: (isBusy: boolean) => void,
): Rich | null {
  const [rich, setRich] = useState<Rich | null>(null)

  useEffect(() => {
    let isGone = false
    import('./rich').then(
      (loaded) => !isGone && setRich(loaded),
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the editor has arrived
  useEffect(() => {
    if (rich) onReady(document.activeElement === field.current)
  }, [rich])

  return rich
}
