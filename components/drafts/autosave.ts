import { forget, keepLocally, keyOf } from './local-copy'
import { type DraftPlace, type Entries, entriesOf } from './place'
import { type Answer, send } from './send'
import { Timer } from './timer'

export type Refused = Exclude<Answer, { is: 'saved' }>
/** What is true of the text in the form at this moment. */
export type DraftState =
  | { is: 'off' | 'idle' | 'unsaved' }
  | { is: 'saved'; at: string }
  | { is: 'refused'; answer: Refused; onDevice: boolean }

// Together well under the two seconds of typing that may be lost at most.
const SEND_MS = 1000
const LOCAL_MS = 300
const RETRY_MS = 3000
const PASSING: Refused['is'][] = ['signed-out', 'offline', 'unreachable']

/** Saves a form as it is typed in, on this device at once and on the server every second, and says what is kept. */
export class Autosave {
  state: DraftState = { is: 'off' }
  /** What the server holds. */
  draft: DraftPlace['draft']
  /** A real save is on its way: its answer decides what becomes of the draft. */
  isLeaving = false
  readonly key: string
  private form: HTMLFormElement | null = null
  /** The text that the server holds, as JSON. */
  private known: string | null = null
  private isSending = false
  private listeners = new Set<() => void>()
  private sendLater = new Timer(() => void this.send())
  private keepLater = new Timer(() => this.keepHere())

  private writer: string

  constructor(private readonly place: DraftPlace) {
    this.draft = place.draft
    this.writer = place.writer
    this.key = keyOf(place)
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  start(form: HTMLFormElement) {
    this.form = form
    this.known ??= textOf(entriesOf(form))
    if (this.state.is === 'off')
      this.say(this.draft ? { is: 'saved', at: this.draft.savedAt } : { is: 'idle' })
  }

  stop() {
    this.sendLater.clear()
    this.keepLater.clear()
    this.form = null
  }

  /** Something was typed. However long it goes on without a pause, a save is never further away than SEND_MS. */
  touched = () => {
    if (this.isLeaving || !this.form) return
    if (!this.keepLater.isSet) this.keepLater.set(LOCAL_MS)
    if (this.isRefused('newer')) return
    if (this.state.is !== 'refused') this.say({ is: 'unsaved' })
    if (!this.sendLater.isSet) this.sendLater.set(this.state.is === 'refused' ? RETRY_MS : SEND_MS)
  }

  /** Saves now, even what has not changed: somebody asked for it. */
  saveNow = () => void this.send(true)

  /** Something that stood in the way may be over: the network is back, or somebody signed in on another tab. */
  tryAgain = () => {
    if (this.state.is === 'refused' && PASSING.includes(this.state.answer.is)) void this.send()
  }

  /** The page may be going away: what is not sent yet is sent while it still can be. */
  hurry = () => {
    if (this.isLeaving || !['unsaved', 'refused'].includes(this.state.is)) return
    this.keepHere()
    if (this.state.is !== 'unsaved') return
    this.isSending = false
    void this.send()
  }

  /** The form is being saved for good, or its draft thrown away: nothing more is sent after this. */
  leave = () => {
    // Only to a draft that is there already: a first one could come into being after the save has taken it away.
    if (this.draft) this.hurry()
    else this.keepHere()
    this.isLeaving = true
    this.sendLater.clear()
    this.keepLater.clear()
  }

  /** The draft is thrown away from elsewhere on the page. */
  discard = () => {
    this.isLeaving = true
    this.sendLater.clear()
    this.keepLater.clear()
    forget(this.key)
  }

  /** The form came back instead: it is saved again as it stands. */
  resume() {
    if (!this.isLeaving) return
    this.isLeaving = false
    this.touched()
  }

  /** This text is kept, and what another window saved gives way to it. */
  insist = () => {
    if (this.state.is === 'refused' && this.state.answer.is === 'newer') this.draft = this.state.answer.other
    void this.send(true)
  }

  keepHere(): boolean {
    const entries = this.form && entriesOf(this.form)
    return !entries || textOf(entries) === this.known || keepLocally(this.key, this.draft, entries)
  }

  private async send(evenUnchanged = false) {
    this.sendLater.clear()
    const { form, isSending, isLeaving } = this
    const entries = form && entriesOf(form)
    if (!entries || isSending || isLeaving) return
    if (!evenUnchanged && textOf(entries) === this.known) return this.sayKept()
    this.isSending = true
    const base = (form.elements.namedItem('base') as HTMLInputElement | null)?.value ?? ''
    const answer = await send(this.place, { draft: this.draft, writer: this.writer, base, entries })
    this.isSending = false
    if (answer.is === 'saved') this.saved(answer.draft, entries)
    else this.refused(answer)
  }

  private saved(draft: NonNullable<DraftPlace['draft']>, sent: Entries) {
    const isFirst = this.draft?.id !== draft.id
    this.draft = draft
    this.known = textOf(sent)
    if (isFirst && this.place.pageId === null && !this.isLeaving) rememberInAddress(draft.id)
    const now = this.form && entriesOf(this.form)
    if (now && textOf(now) !== this.known) {
      this.say({ is: 'unsaved' })
      return this.sendLater.set(SEND_MS)
    }
    if (!this.isLeaving) this.sayKept()
  }

  private refused(answer: Refused) {
    // Discarded in another window while this one went on: its text is kept as a draft of its own.
    if (answer.is === 'gone' && this.draft) {
      this.draft = null
      return this.sendLater.set(0)
    }
    // Published, and gone back to: what is typed from now on belongs to a new draft.
    if (answer.is === 'finished' && this.writer === this.place.writer) {
      this.writer = this.writer.replace(/^.{8}/, () => Math.random().toString(16).slice(2, 10).padEnd(8, '0'))
      return this.sendLater.set(0)
    }
    this.say({ is: 'refused', answer, onDevice: this.keepHere() })
    if (answer.is === 'wait') this.sendLater.set(answer.seconds * 1000)
    else if (PASSING.includes(answer.is) && !document.hidden) this.sendLater.set(RETRY_MS)
  }

  private sayKept() {
    this.keepLater.clear()
    forget(this.key)
    this.say(this.draft ? { is: 'saved', at: this.draft.savedAt } : { is: 'idle' })
  }

  private isRefused(why: Refused['is']): boolean {
    return this.state.is === 'refused' && this.state.answer.is === why
  }

  private say(next: DraftState) {
    this.state = next
    for (const listener of this.listeners) listener()
  }
}

function textOf(entries: Entries | null): string {
  return JSON.stringify(entries)
}

/** A form opened again from its address, or after a crash, shows the draft. */
function rememberInAddress(id: number) {
  history.replaceState(history.state, '', `${location.pathname}?draft=${id}`)
}
