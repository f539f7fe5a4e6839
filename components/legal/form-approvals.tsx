import { APPROVALS, DOCUMENT_ACCESS } from '@/lib/legal/vocabulary'
import { RepeatedRows } from '../forms/repeated-rows'
import type { Form } from '../forms/use-form'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'
import { optionsOf } from './options'

const NAME = 'legalStatus.approvals'
const KINDS = Object.entries(APPROVALS).map(([value, { name }]) => ({ value, label: name }))

/** The third question: the kind of the first approval. Its details stand in the full record. */
export function FormApprover({ form }: { form: Form }) {
  const kind = form.field(`${NAME}.0.kind`)
  return (
    <div id="legalStatus-approvals" tabIndex={-1} className="full">
      <SelectField
        {...kind}
        error={kind.error ?? form.error(NAME)}
        label="Who approved the approach?"
        hint={`The Office of Government Commerce closed in 2011. ${APPROVALS.OGC.hint}`}
        options={[{ value: '', label: 'Choose one' }, ...KINDS]}
        required
      />
      <details className="example mt-2">
        <summary>What the answers mean</summary>
        <div>
          <dl className="meanings">
            {Object.entries(APPROVALS).map(([code, { name, hint }]) =>
              hint ? (
                <div key={code}>
                  <dt>{name}</dt>
                  <dd>{hint}</dd>
                </div>
              ) : null,
            )}
          </dl>
        </div>
      </details>
    </div>
  )
}

/** What is known of the first approval beyond its kind, and every further one. */
export function FormApprovals({ form }: { form: Form }) {
  return (
    <>
      <ApprovalDetails form={form} prefix={`${NAME}.0`} />
      <div className="mt-6">
        <RepeatedRows
          form={form}
          name={NAME}
          noun="approval"
          from={1}
          titleOf={(prefix) => titleOf(form, prefix)}
        >
          {(prefix) => (
            <>
              <div className="formgrid mb-6">
                <SelectField
                  {...form.field(`${prefix}.kind`)}
                  label="Kind of approval"
                  options={[{ value: '', label: 'None, or choose one' }, ...KINDS]}
                  sayOptional={false}
                  className="full"
                />
              </div>
              <ApprovalDetails form={form} prefix={prefix} />
            </>
          )}
        </RepeatedRows>
      </div>
    </>
  )
}

function titleOf(form: Form, prefix: string): string {
  const kind = form.text(`${prefix}.kind`)
  return kind ? (APPROVALS[kind as keyof typeof APPROVALS]?.name ?? kind) : ''
}

function ApprovalDetails({ form, prefix }: { form: Form; prefix: string }) {
  const field = (name: string) => ({ ...form.field(`${prefix}.${name}`), sayOptional: false })
  return (
    <div className="formgrid">
      <TextField {...field('body')} label="Which body or office" hint="A role rather than a name." />
      <TextField
        {...field('capacity')}
        label="In what capacity"
        hint="For example as legal adviser to the lead authority."
      />
      <TextField {...field('date')} label="Date of the approval" width="date" />
      <TextField
        {...field('scope')}
        label="What exactly was approved, and what was not"
        hint="The approach, a clause, the criteria, the award."
        className="full"
      />
      <TextField {...field('conditions')} label="Conditions or caveats" className="full" />
      <TextField {...field('documentUrl')} label="Link to the decision" type="url" />
      <SelectField
        {...field('access')}
        value={form.text(`${prefix}.access`) || 'unknown'}
        label="Who may see the document"
        options={optionsOf(DOCUMENT_ACCESS)}
      />
    </div>
  )
}
