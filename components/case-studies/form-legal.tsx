import { APPROVALS, CHALLENGES, NATIONS, PROCEDURES, REGIMES, REUSE } from '@/lib/legal/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import { RepeatedRows } from '../forms/repeated-rows'
import type { Form } from '../forms/use-form'
import { Note } from '../ui/note'
import { SelectField } from '../ui/select-field'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

const CHOOSE = { value: '', label: 'Choose one' }
const named = (words: Record<string, { name: string }>) =>
  Object.entries(words).map(([value, { name }]) => ({ value, label: name }))
const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The legal record. It must be answered, and "Not known" is an answer. */
export function FormLegal({ form }: { form: Form }) {
  const field = (name: string) => form.field(`legalStatus.${name}`)
  return (
    <section aria-labelledby="legal">
      <Shelf
        id="legal"
        title="Legal status"
        aside={
          <>
            Needed before you publish <FormCommentLink field="legalStatus" part="legal status" />
          </>
        }
      />
      <p className="measure mb-6">
        Say what is on record, so that others can judge for themselves. “Not known” is an honest answer, and
        will be shown.
      </p>
      <div className="formgrid">
        <SelectField
          {...field('nation')}
          label="Nation whose law applied"
          options={[CHOOSE, ...NATIONS.map((nation) => ({ value: nation, label: nation }))]}
          required
        />
        <SelectField
          {...field('regime')}
          label="Law it was bought under"
          options={[CHOOSE, ...named(REGIMES)]}
          required
        />
        <TextField
          {...field('commencedOn')}
          label="When the procurement began"
          hint="This decides which law. Leave empty if not known."
          width="date"
        />
        <TextField {...field('awardedOn')} label="When it was awarded" width="date" />
        <SelectField
          {...field('procedure')}
          label="Procedure"
          options={optionsOf(PROCEDURES)}
          required
          className="full"
        />
        <TextArea
          {...field('legalPoint')}
          label="The legal point"
          hint="In one sentence: for example, contracts split into small lots; distance never scored."
          rows={3}
          className="full"
        />
      </div>
      <Approvals form={form} />
      <div className="formgrid mt-6">
        <SelectField
          {...field('challenge.state')}
          label="Was it challenged?"
          options={optionsOf(CHALLENGES)}
          required
        />
        <TextField {...field('challenge.date')} label="Date of the challenge" width="date" />
        <TextField {...field('challenge.source')} label="Source for the challenge" />
        <TextField
          {...field('noticeReferences')}
          label="Notice references"
          hint="Find a Tender, Contracts Finder, Public Contracts Scotland, Sell2Wales, OJEU."
        />
        <SelectField
          {...field('reuse')}
          label="Could it be used under the law now?"
          options={optionsOf(REUSE)}
          required
        />
      </div>
      <div className="mt-6">
        <Note>Readers see this as a record, not as legal advice.</Note>
      </div>
    </section>
  )
}

function Approvals({ form }: { form: Form }) {
  const error = form.error('legalStatus.approvals')
  return (
    <div className={error ? 'field has-error mt-6' : 'mt-6'} id="legalStatus-approvals" tabIndex={-1}>
      <h3>Who approved the approach?</h3>
      {error ? <p className="error">{error}</p> : null}
      <RepeatedRows
        form={form}
        name="legalStatus.approvals"
        noun="approval"
        titleOf={(prefix) => approvalTitle(form, prefix)}
      >
        {(prefix) => <ApprovalFields form={form} prefix={prefix} />}
      </RepeatedRows>
    </div>
  )
}

function approvalTitle(form: Form, prefix: string): string {
  const kind = form.text(`${prefix}.kind`)
  return kind ? (APPROVALS[kind as keyof typeof APPROVALS]?.name ?? kind) : ''
}

function ApprovalFields({ form, prefix }: { form: Form; prefix: string }) {
  const field = (name: string) => ({ ...form.field(`${prefix}.${name}`), sayOptional: false })
  return (
    <div className="formgrid">
      <SelectField
        {...field('kind')}
        label="Kind of approval"
        options={[{ value: '', label: 'None, or choose one' }, ...named(APPROVALS)]}
        className="full"
        hint={<ClosedBody />}
      />
      <TextField {...field('body')} label="Who, and in what capacity" hint="A role rather than a name." />
      <TextField {...field('date')} label="Date" width="date" />
      <TextField {...field('scope')} label="What exactly was approved, and what was not" className="full" />
      <TextField {...field('conditions')} label="Conditions" />
      <TextField {...field('documentUrl')} label="Link to the decision" type="url" />
    </div>
  )
}

/** The one body of the list that has gone, with where to look instead. */
function ClosedBody() {
  return <>The Office of Government Commerce closed in 2011. {APPROVALS.OGC.hint}</>
}
