import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Form } from '../forms/use-form'
import { Button } from '../ui/button'

type Props = {
  form: Form
  words: string
  /** How many labels are meant by the words. */
  found: number
  setWords: (words: string) => void
}

/**
 * Narrows the tick boxes as somebody types. Without scripts its button, and Enter in it, answer the form again with the
 * tree narrowed and everything typed kept.
 */
export function LabelFilter({ form, words, found, setWords }: Props) {
  const [alive, setAlive] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setAlive(true), [])
  const clear = () => {
    if (input.current) input.current.value = ''
    setWords('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Enter in a field of a form saves the form: here it means "look", which has happened already.
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Escape' && input.current?.value) {
      event.preventDefault()
      clear()
    }
  }
  return (
    <div className="labelfilter">
      <label htmlFor="label-filter">Find a label</label>
      <span className="hint" id="label-filter-hint">
        By its name, another word for it (bins, refuse) or a CPV code (90500000).
      </span>
      <div className="buttons">
        <input
          id="label-filter"
          name="labelFilter"
          type="search"
          ref={input}
          defaultValue={words}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="label-filter-hint"
          // biome-ignore lint/a11y/noAutofocus: the form was asked for again from here, and is read on from here
          autoFocus={wasNarrowed(form)}
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {/* Enter without scripts: the server compares this with what stands in the box. */}
        <input type="hidden" name="labelFilterShown" value={words} readOnly />
        {alive ? null : (
          <Button kind="second" small icon="filter" name="intent" value="labels" formNoValidate>
            Narrow the labels
          </Button>
        )}
        {alive && words ? (
          <Button type="button" kind="second" small icon="cross" onClick={clear}>
            Show all labels
          </Button>
        ) : null}
      </div>
      <p role="status" className="found">
        {foundWords(words.trim(), found)}
      </p>
    </div>
  )
}

function wasNarrowed({ state, text }: Form): boolean {
  return state.status === 'more' && ['labels', 'enter'].includes(text('intent'))
}

function foundWords(words: string, found: number): string {
  if (!words) return ''
  if (found === 0) return `No label matches “${words}”. Try another word for it, or clear the box to see all.`
  return `${found} ${found === 1 ? 'label matches' : 'labels match'} “${words}”. What you have ticked stays in sight.`
}
