'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { draftsPath } from '@/lib/drafts/paths'
import { signInPath } from '@/lib/users/paths'
import { timeOf } from '../dates'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import type { Autosave, DraftState, Refused } from './autosave'
import { useDraftState } from './use-draft'

/** What is kept of the text at this moment, and which draft the form belongs to. It never says more than is so. */
export function DraftLine({ autosave, said }: { autosave: Autosave; said: string | null }) {
  const state = useDraftState(autosave)
  const isRefused = state.is === 'refused'
  return (
    <div className="draftline ui">
      <input type="hidden" name="draft" value={autosave.draft?.id ?? ''} readOnly />
      <input type="hidden" name="draftVersion" value={autosave.draft?.version ?? ''} readOnly />
      <p className={classNames('state', isRefused ? 'failed' : state.is)} data-draft={state.is}>
        <Words state={state} said={said} />
      </p>
      {isRefused && state.answer.is === 'newer' ? <Choice autosave={autosave} /> : null}
      <Announced state={state} />
    </div>
  )
}

function Words({ state, said }: { state: DraftState; said: string | null }): ReactNode {
  if (state.is === 'unsaved') return 'Not saved yet'
  if (state.is === 'idle') return 'What you type is kept as a draft that only you see.'
  if (state.is === 'refused') return <WhyNot answer={state.answer} onDevice={state.onDevice} />
  const at = state.is === 'saved' ? state.at : said
  if (at === null) return '“Save draft” keeps a text that is not finished. Only you see it.'
  return (
    <>
      <b>Saved {timeOf(at)}</b> in <a href={draftsPath}>your drafts</a>, not published
    </>
  )
}

function WhyNot({ answer, onDevice }: { answer: Refused; onDevice: boolean }): ReactNode {
  const kept = onDevice ? 'This text is kept on this device.' : 'Leave this page open, or copy your text.'
  switch (answer.is) {
    case 'offline':
      return `Not saved: offline. ${kept}`
    case 'unreachable':
      return `Not saved: the Cupboard does not answer. ${kept}`
    case 'signed-out':
      return <SignedOut onDevice={onDevice} />
    case 'wait':
      return `Not saved: too many saves at once. The next one follows in ${answer.seconds} seconds. ${kept}`
    case 'newer':
      return `Not saved: another window or device saved this draft at ${timeOf(answer.other.savedAt)}. ${kept}`
    case 'too-large':
      return `Not saved: this is too much for one draft, which holds about a million letters. Shorten it. ${kept}`
    case 'too-many':
      return (
        <>
          Not saved: you have too many drafts. <a href={draftsPath}>Discard one</a> on another tab. {kept}
        </>
      )
    case 'finished':
    case 'gone':
      return `Not saved: this page can no longer be edited. Copy your text before you leave. ${kept}`
  }
}

function SignedOut({ onDevice }: { onDevice: boolean }) {
  return (
    <>
      {onDevice ? 'Saved on this device only: ' : 'Not saved: you are signed out. Leave this page open and '}
      <a href={signInPath()} target="_blank" rel="noopener">
        sign in on another tab
      </a>{' '}
      to save it
    </>
  )
}

/** Two windows wrote the same draft: neither is overwritten unseen. */
function Choice({ autosave }: { autosave: Autosave }) {
  const open = () => {
    autosave.leave()
    location.reload()
  }
  return (
    <div className="buttons">
      <Button type="button" kind="second" small onClick={autosave.insist}>
        Keep this text
      </Button>
      <Button type="button" kind="second" small onClick={open}>
        Open the other
      </Button>
    </div>
  )
}

/** Said aloud only when it matters: the first save, what goes wrong, and that it is over. */
function Announced({ state }: { state: DraftState }) {
  const [words, setWords] = useState<ReactNode>(null)
  const kind = state.is === 'refused' ? state.answer.is : state.is
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is of another kind, not at every save
  useEffect(() => {
    if (kind !== 'saved' && state.is !== 'refused') return
    setWords(<Words state={state} said={null} />)
    const silence = setTimeout(() => setWords(null), 8000)
    return () => clearTimeout(silence)
  }, [kind])
  return (
    <div role="status" className="vh">
      {words}
    </div>
  )
}
