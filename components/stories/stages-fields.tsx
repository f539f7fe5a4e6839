import { caseStudyPath } from '@/lib/case-studies/paths'
import { caseStudyIdsIn } from '@/lib/stories/paths'
import { FormCommentLink } from '../discussions/form-comment-link'
import { MarkdownField } from '../editor/markdown-field'
import { RepeatedRows } from '../forms/repeated-rows'
import type { Form } from '../forms/use-form'
import { Shelf } from '../ui/shelf'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'

export type LinkedTitle = { id: number; slug: string; title: string }
type Props = { form: Form; linked: LinkedTitle[] }

/** The stages of a story in the order in which they happened. */
export function StagesFields({ form, linked }: Props) {
  const error = form.error('stages')
  return (
    <section aria-labelledby="stages-title">
      <Shelf
        id="stages-title"
        title="Stages"
        aside={
          <>
            At least two <FormCommentLink field="stages" part="stages" />
          </>
        }
      />
      <p className="measure mb-6">
        Tell them in the order in which they happened: when it was, what was done, what changed, and which
        source says so. To take a stage away, empty all of its fields.
      </p>
      <div className={error ? 'field has-error' : undefined} id="stages" tabIndex={-1}>
        {error ? <p className="error">{error}</p> : null}
        <RepeatedRows
          form={form}
          name="stages"
          noun="stage"
          titleOf={(prefix) => form.text(`${prefix}.title`)}
        >
          {(prefix) => <StageFields form={form} prefix={prefix} linked={linked} />}
        </RepeatedRows>
      </div>
    </section>
  )
}

function StageFields({ form, prefix, linked }: Props & { prefix: string }) {
  const field = (name: string) => {
    const full = `${prefix}.${name}`
    return { name: full, value: form.text(full), error: form.error(full), sayOptional: false }
  }
  const text = field('text')
  const links = field('caseStudies')
  return (
    <div className="fields">
      <TextField {...field('title')} label="Title of the stage" />
      <TextField
        {...field('when')}
        label="When"
        hint="As far as it is known, such as 2013 to 2016."
        width="half"
      />
      <MarkdownField
        id={text.name.replaceAll('.', '-')}
        name={text.name}
        label="What happened"
        hint="What was done and what changed. After a claim, name its source."
        expectedWords={150}
        defaultValue={text.value}
        error={text.error}
      />
      <div>
        <TextField
          {...links}
          label="Case studies (optional)"
          hint="Their numbers or web addresses, separated by commas, such as 12, /case-studies/14-school-meals."
        />
        <LinkedNow text={links.value} linked={linked} />
      </div>
      <TextArea
        {...field('aside')}
        label="Note beside the stage (optional)"
        hint="A caution, or who else took part."
        rows={2}
      />
    </div>
  )
}

function LinkedNow({ text, linked }: { text: string; linked: LinkedTitle[] }) {
  const ids = caseStudyIdsIn(text) ?? []
  const shown = ids.flatMap((id) => linked.find((entry) => entry.id === id) ?? [])
  if (shown.length === 0) return null
  return (
    <div className="hint mt-3">
      Linked now:
      <ul>
        {shown.map((entry) => (
          <li key={entry.id}>
            {entry.id}: <a href={caseStudyPath(entry)}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
