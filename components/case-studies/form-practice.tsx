import { BARRIERS, CONTRACT_STAGES } from '@/lib/case-studies/vocabulary'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { Shelf } from '../ui/shelf'
import { Ticks } from '../ui/ticks'

/** What stood in the way, and where in the life of the contract it was done. Both may be left out. */
export function FormPractice({ form }: { form: Form }) {
  const [barriers, stages] = [form.list('barriers'), form.list('contractStages')]
  return (
    <section aria-labelledby="practice">
      <Shelf
        id="practice"
        title="Barriers and stages"
        aside={<FormCommentLink field="barriers" part="barriers and stages" />}
      />
      <div className="formgrid one">
        <Ticks
          legend="Barriers overcome (optional)"
          hint="Tick only what the case study itself says it overcame."
          name="barriers[]"
          options={Object.entries(BARRIERS).map(([value, { name, hint }]) => ({
            value,
            label: name,
            hint,
            checked: barriers.includes(value),
          }))}
          error={form.error('barriers')}
        />
        <Ticks
          legend="Stages of the contract (optional)"
          hint="Where in the life of the contract it was done."
          name="contractStages[]"
          options={Object.entries(CONTRACT_STAGES).map(([value, label]) => ({
            value,
            label,
            checked: stages.includes(value),
          }))}
          error={form.error('contractStages')}
        />
      </div>
    </section>
  )
}
