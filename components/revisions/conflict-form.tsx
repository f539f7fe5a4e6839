import type { FormValue, FormValues } from '@/lib/platform/form'
import type { ConflictPiece } from '@/lib/revisions/merge'
import type { Form } from '../forms/use-form'
import { Button } from '../ui/button'
import { ErrorSummary } from '../ui/error-summary'
import { Note } from '../ui/note'
import { Shelf } from '../ui/shelf'
import type { ConflictView } from './edit-state'

type Props = { conflict: ConflictView; form: Form; versionHref: string | null }

/** What two people changed in one place, piece by piece. Everything else is merged already and travels along unseen. */
export function ConflictForm({ conflict, form, versionHref }: Props) {
  const { pieces, author, note, against } = conflict
  const theirs = `Version ${against} by ${author}`
  return (
    <>
      {form.problems.length > 0 ? <ErrorSummary errors={form.problems} /> : null}
      <Note
        kind="warning"
        title={`${author} saved this page while you were editing`}
        role={form.problems.length > 0 ? undefined : 'alert'}
        id="conflict"
      >
        <p>
          Nothing is lost, and nothing has been published yet. Your changes and{' '}
          {versionHref ? <a href={versionHref}>version {against}</a> : `version ${against}`} (“{note}”) are
          merged, but for {pieces.length === 1 ? 'one place' : `${pieces.length} places`} where both of you
          changed the same words. Choose what should stand there, then save.
        </p>
      </Note>
      {pieces.map((piece, index) => (
        <Piece
          key={piece.id}
          piece={piece}
          name={`p${index}`}
          number={index + 1}
          theirs={theirs}
          form={form}
        />
      ))}
      <HiddenValues values={withoutDecisions(form.values)} />
      <input type="hidden" name="against" value={String(against)} />
      <input type="hidden" name="whole" value={conflict.whole ? 'on' : ''} />
      <div className="buttons mt-8">
        <Button disabled={form.pending}>{form.pending ? 'Saving …' : 'Save the merged page'}</Button>
      </div>
    </>
  )
}

type PieceProps = { piece: ConflictPiece; name: string; number: number; theirs: string; form: Form }

function Piece({ piece, name, number, theirs, form }: PieceProps) {
  const chosen = form.text(`choice.${name}`)
  const error = form.error(`choice.${name}`)
  const id = `choice-${name}`
  const radio = (value: string) => ({ name: `choice.${name}`, value, defaultChecked: chosen === value })
  const asText = piece.kind === 'words' || piece.kind === 'value'
  return (
    <section aria-labelledby={`${id}-title`} className="conflict">
      <Shelf id={`${id}-title`} title={`${number}. ${piece.label}`} />
      <details className="was">
        <summary>What it was before either of you</summary>
        <Words text={piece.base} />
      </details>
      <fieldset
        className={error ? 'group bad' : 'group'}
        id={id}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <legend className="legend">What should stand here?</legend>
        {error ? (
          <p className="error" id={`${id}-error`}>
            <span className="vh">Error: </span>
            {error}
          </p>
        ) : null}
        <div className="sides">
          <Side title={theirs} text={piece.theirs} label="Keep theirs" radio={radio('theirs')} />
          <Side title="Yours" text={piece.mine} label="Keep mine" radio={radio('mine')} />
        </div>
        {piece.kind === 'words' ? (
          <label className="tick">
            <input type="radio" {...radio('both')} />
            <span>Keep both, theirs first</span>
          </label>
        ) : null}
        {asText ? (
          <Own piece={piece} name={name} radio={radio('own')} text={form.text(`own.${name}`)} />
        ) : null}
      </fieldset>
    </section>
  )
}

type Radio = { name: string; value: string; defaultChecked: boolean }

function Side({ title, text, label, radio }: { title: string; text: string; label: string; radio: Radio }) {
  return (
    <div className="side-choice">
      <h3>{title}</h3>
      <Words text={text} />
      <label className="tick">
        <input type="radio" {...radio} />
        <span>{label}</span>
      </label>
    </div>
  )
}

function Own({
  piece,
  name,
  radio,
  text,
}: {
  piece: ConflictPiece
  name: string
  radio: Radio
  text: string
}) {
  const id = `own-${name}`
  return (
    <div className="field">
      <label className="tick">
        <input type="radio" {...radio} />
        <span>Write it anew</span>
      </label>
      <label className="vh" htmlFor={id}>
        New words for {piece.label}
      </label>
      <textarea
        id={id}
        name={`own.${name}`}
        rows={Math.min(14, 2 + Math.ceil(piece.mine.length / 90))}
        defaultValue={text || piece.mine}
      />
    </div>
  )
}

function Words({ text }: { text: string }) {
  return text.trim() ? (
    <div className="as-written">{text}</div>
  ) : (
    <p className="quiet">Nothing: it is removed.</p>
  )
}

function withoutDecisions({
  choice: _choice,
  own: _own,
  against: _against,
  whole: _whole,
  ...values
}: FormValues) {
  return values
}

/** Everything that was typed, so that nothing has to be typed again. */
export function HiddenValues({ values, prefix = '' }: { values: FormValues; prefix?: string }) {
  return Object.entries(values).map(([name, value]) => (
    <HiddenValue key={prefix + name} name={prefix + name} value={value} />
  ))
}

function HiddenValue({ name, value }: { name: string; value: FormValue }) {
  if (typeof value === 'string') return <input type="hidden" name={name} value={value} />
  if (!Array.isArray(value)) return <HiddenValues values={value} prefix={`${name}.`} />
  return value.map((entry, index) => (
    <HiddenValue
      // biome-ignore lint/suspicious/noArrayIndexKey: hidden fields keep their places
      key={`${name} ${index}`}
      name={typeof entry === 'string' ? `${name}[]` : `${name}.${index}`}
      value={entry}
    />
  ))
}
