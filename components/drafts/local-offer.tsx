'use client'

import { useEffect, useState } from 'react'
import { momentOf } from '../dates'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import type { Autosave } from './autosave'
import { forget, type LocalCopy, listCopies, setAside } from './local-copy'
import { type DraftPlace, entriesOf } from './place'
import { send } from './send'

type Props = { place: DraftPlace; autosave: Autosave }

/** Text that this device kept and the server never got. It is offered, not put in: the form may hold something better. */
export function LocalOffer({ place, autosave }: Props) {
  const [copies, setCopies] = useState<LocalCopy[]>([])
  const [problem, setProblem] = useState('')
  useEffect(() => setCopies(copiesBeside(place, autosave)), [place, autosave])
  const [copy] = copies
  if (!copy) return null

  const drop = () => {
    forget(copy.key)
    setCopies(copies.slice(1))
  }
  const take = async () => {
    const taken = await use(copy, place, autosave)
    if (!taken) setProblem('It could not be opened just now. It is still on this device: try again.')
  }
  return (
    <Note kind="info" role="status" title={`This device has newer text from ${momentOf(copy.at)}`}>
      <p>It never reached the Cupboard. Using it takes the place of what stands in the form. {problem}</p>
      <div className="buttons">
        <Button type="button" small onClick={() => void take()}>
          Use it
        </Button>
        <Button type="button" kind="second" small onClick={drop}>
          Throw it away
        </Button>
      </div>
    </Note>
  )
}

function copiesBeside(place: DraftPlace, autosave: Autosave): LocalCopy[] {
  const form = document.querySelector<HTMLFormElement>('form.editform')
  const shown = JSON.stringify(form && entriesOf(form))
  return listCopies(place).flatMap((copy) => {
    if (JSON.stringify(copy.entries) !== shown) return copy.key === autosave.key ? setAside(copy) : copy
    forget(copy.key)
    return []
  })
}

/** Makes the copy the draft and opens it; false when the server does not take it. */
async function use(copy: LocalCopy, place: DraftPlace, autosave: Autosave): Promise<boolean> {
  const isNew = place.pageId === null
  const base = document.querySelector<HTMLInputElement>('.editform input[name=base]')?.value ?? ''
  const sending = { writer: place.writer, base, entries: copy.entries }
  let answer = await send(place, { ...sending, draft: isNew ? copy.draft : autosave.draft })
  // The draft it belonged to went on elsewhere or is gone: it becomes a draft of its own.
  if (isNew && (answer.is === 'newer' || answer.is === 'gone'))
    answer = await send(place, { ...sending, draft: null, writer: copy.key.split(' ').at(-1) ?? '' })
  if (answer.is !== 'saved') return false
  autosave.leave()
  forget(copy.key)
  if (isNew) location.replace(`${location.pathname}?draft=${answer.draft.id}`)
  else location.reload()
  return true
}
