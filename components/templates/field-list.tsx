import type { FormComment } from '@/lib/contact/form-comments'
import { templateFieldPath } from '@/lib/templates/paths'
import type { TemplateField } from '@/lib/templates/schema'
import { FIELD_TYPES, PLACES, type Place } from '@/lib/templates/vocabulary'
import { Button } from '../ui/button'
import { Label } from '../ui/label'
import { FormCommentList } from './form-comment-list'

type Move = (form: FormData) => Promise<void>
type Props = {
  fields: TemplateField[]
  /** Keys of those that are published: they can be retired, not taken out. */
  published: string[]
  standing: number
  comments: FormComment[]
  move: Move
}

const PLACE_NAMES = Object.entries(PLACES) as [Place, string][]

/** The template's own fields under the parts that they stand after, with what members say about each. */
export function FieldList(props: Props) {
  return PLACE_NAMES.map(([place, name]) => {
    const here = props.fields.filter(({ after }) => after === place)
    if (here.length === 0) return null
    return (
      <section key={place} className="template-place" aria-labelledby={`after-${place}`}>
        <h3 id={`after-${place}`}>{place === 'end' ? 'At the end' : `After “${name}”`}</h3>
        <ol className="template-fields">
          {here.map((field) => (
            <FieldRow key={field.key} {...props} field={field} here={here} />
          ))}
        </ol>
      </section>
    )
  })
}

function FieldRow({ field, here, published, standing, comments, move }: Props & FieldIn) {
  const { key, label, help, type, unit, options, required, retired } = field
  const offered = options.filter((option) => !option.retired).map((option) => option.label)
  const said = comments.filter((comment) => comment.field === `extra.${key}`)
  return (
    <li id={`field-${key}`} className={retired ? 'template-field retired' : 'template-field'} tabIndex={-1}>
      <div>
        <h4>
          {label} {retired ? <Label section="type">Retired</Label> : null}{' '}
          {required ? <Label section="type">Required</Label> : null}{' '}
          {published.includes(key) ? null : <Label section="type">Not published yet</Label>}
        </h4>
        <p className="small">
          {FIELD_TYPES[type].name}
          {unit ? `, in ${unit}` : ''}
          {offered.length > 0 ? `: ${offered.join(', ')}` : ''}
        </p>
        {help ? <p className="small quiet">{help}</p> : null}
        <FormCommentList comments={said} />
      </div>
      <form action={move} className="buttons ui">
        <input type="hidden" name="standing" value={standing} />
        <input type="hidden" name="key" value={key} />
        <a className="button second small" href={templateFieldPath(key)}>
          Edit<span className="vh"> {label}</span>
        </a>
        <Moves field={field} here={here} isPublished={published.includes(key)} />
      </form>
    </li>
  )
}

type FieldIn = { field: TemplateField; here: TemplateField[] }

function Moves({ field, here, isPublished }: FieldIn & { isPublished: boolean }) {
  const beside = here.filter(({ retired }) => retired === field.retired)
  const index = beside.indexOf(field)
  const moves = [
    { value: 'up', words: 'Move up', shown: index > 0 },
    { value: 'down', words: 'Move down', shown: index < beside.length - 1 },
    { value: 'retire', words: 'Retire', shown: !field.retired && isPublished },
    { value: 'bring-back', words: 'Bring back', shown: field.retired },
    { value: 'remove', words: 'Take out', shown: !isPublished },
  ]
  return moves
    .filter(({ shown }) => shown)
    .map(({ value, words }) => (
      <Button key={value} kind="second" small name="move" value={value}>
        {words}
        <span className="vh"> {field.label}</span>
      </Button>
    ))
}
