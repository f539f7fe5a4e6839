import { CHALLENGES, PROCEDURES, REGIMES, REUSE, REVIEWS, VALUE_BANDS } from '@/lib/legal/vocabulary'
import type { Form } from '../forms/use-form'
import { FieldGroup } from '../ui/field-group'
import { SelectField } from '../ui/select-field'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { FormApprovals } from './form-approvals'
import { optionsOf } from './options'

/** What a field says before anybody answered it. */
const UNANSWERED = ['', 'UNK', 'unknown', 'not-considered', 'none']
const THREE_QUESTIONS = ['nation', 'commencedOn', 'approvals', 'approvals.0.kind']
const FIELDS = [
  'regime procedure awardedOn endsOn valueBand noticeReferences legalPoint subjectLink',
  'challenge.state challenge.date challenge.source reuse reviewed.view reviewed.by reviewed.date',
  ...['body', 'capacity', 'date', 'scope', 'conditions', 'documentUrl', 'access'].map(
    (name) => `approvals.0.${name}`,
  ),
].flatMap((names) => names.split(' '))

/** Everything beyond the three questions: folded while nobody has answered any of it. */
export function FormFullRecord({ form }: { form: Form }) {
  return (
    <details className="fullrecord" open={isOpen(form)}>
      <summary>The full legal record: law, contract, approvals, challenge, reuse</summary>
      <p className="measure">
        For the careful. Answer what you know and leave the rest. Folding this away loses nothing.
      </p>
      <LawAndContract form={form} />
      <FieldGroup legend="The approval" head>
        <p className="hint">Of the answer that you gave above. More than one approval can be added.</p>
        <div className="mt-3">
          <FormApprovals form={form} />
        </div>
      </FieldGroup>
      <Challenge form={form} />
      <Reuse form={form} />
    </details>
  )
}

function isOpen(form: Form): boolean {
  const isAnswered = (name: string) => !UNANSWERED.includes(form.text(`legalStatus.${name}`))
  const isWrong = form.state.errors.some(
    ({ field }) =>
      field.startsWith('legalStatus.') && !THREE_QUESTIONS.includes(field.slice('legalStatus.'.length)),
  )
  return isWrong || form.rows('legalStatus.approvals').length > 1 || FIELDS.some(isAnswered)
}

function fieldsOf(form: Form) {
  return (name: string) => ({ ...form.field(`legalStatus.${name}`), sayOptional: false })
}

function LawAndContract({ form }: { form: Form }) {
  const field = fieldsOf(form)
  return (
    <FieldGroup legend="The law and the contract" head>
      <div className="formgrid">
        <SelectField
          {...field('regime')}
          value={form.text('legalStatus.regime') || 'UNK'}
          label="Law it was bought under"
          hint="At “Not known” it is worked out from the nation and the date."
          options={Object.entries(REGIMES).map(([value, { name }]) => ({ value, label: name }))}
          className="full"
        />
        <SelectField {...field('procedure')} label="Procedure" options={optionsOf(PROCEDURES)} />
        <SelectField
          {...field('valueBand')}
          value={form.text('legalStatus.valueBand') || 'unknown'}
          label="Value of the contract"
          options={optionsOf(VALUE_BANDS)}
        />
        <TextField {...field('awardedOn')} label="When it was awarded" width="date" />
        <TextField {...field('endsOn')} label="When the contract ends or ended" width="date" />
        <TextArea
          {...field('legalPoint')}
          label="The legal point"
          hint="What is said to be lawful, in one sentence. For example: jobs for long-term unemployed people as a condition of contract."
          rows={3}
          className="full"
        />
        <TextField
          {...field('subjectLink')}
          label="How it was linked to the subject of the contract"
          hint="As it was explained then."
          className="full"
        />
        <TextField
          {...field('noticeReferences')}
          label="Notice references"
          hint="Find a Tender, Contracts Finder, Public Contracts Scotland, Sell2Wales, eTendersNI, OJEU."
          className="full"
        />
      </div>
    </FieldGroup>
  )
}

function Challenge({ form }: { form: Form }) {
  const field = fieldsOf(form)
  return (
    <FieldGroup legend="Challenge" head>
      <div className="formgrid">
        <SelectField
          {...field('challenge.state')}
          label="Was it challenged?"
          hint="“None known” is not the same as lawful."
          options={optionsOf(CHALLENGES)}
        />
        <TextField {...field('challenge.date')} label="Date of the challenge" width="date" />
        <TextField {...field('challenge.source')} label="Source for the challenge" className="full" />
      </div>
    </FieldGroup>
  )
}

function Reuse({ form }: { form: Form }) {
  const field = fieldsOf(form)
  return (
    <FieldGroup legend="Could it be used under the law now?" head>
      <div className="formgrid">
        <SelectField
          {...field('reuse')}
          label="The author’s view"
          options={optionsOf(REUSE)}
          className="full"
        />
        <SelectField
          {...field('reviewed.view')}
          value={form.text('legalStatus.reviewed.view') || 'none'}
          label="A reviewer’s view"
          hint="The reviewer is somebody other than the author. Leave “Not reviewed” if nobody else has looked."
          options={optionsOf(REVIEWS)}
          className="full"
        />
        <TextField
          {...field('reviewed.by')}
          label="Who reviewed it"
          hint="A role and a body, rather than a name."
        />
        <TextField {...field('reviewed.date')} label="Date of the review" width="date" />
      </div>
    </FieldGroup>
  )
}
