import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf, momentOf } from '@/components/dates'
import { fieldName } from '@/components/discussions/words'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { FieldList } from '@/components/templates/field-list'
import { FormCommentList } from '@/components/templates/form-comment-list'
import { PublishForm } from '@/components/templates/publish-form'
import { VersionList } from '@/components/templates/version-list'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { type FormComment, listFormComments } from '@/lib/contact/form-comments'
import { differencesBetween } from '@/lib/templates/differences'
import { newTemplateFieldPath, templatePath, templatePreviewPath } from '@/lib/templates/paths'
import { findTemplateDraft, findTemplates, type Template, type TemplateDraft } from '@/lib/templates/queries'
import { accountPath } from '@/lib/users/paths'
import { discardDraft, moveField, publishDraft } from './actions'

export const metadata = pageMetadata({ title: 'Case study template', path: templatePath, hidden: true })

type Asked = { problem?: string; published?: string; discarded?: string }
type Props = { searchParams: Promise<Asked> }

export default async function TemplatePage({ searchParams }: Props) {
  const viewer = await requireViewer(templatePath)
  const draft = await findTemplateDraft(viewer)
  if (!draft) notFound()
  const [{ current, all }, comments, asked] = await Promise.all([
    findTemplates(),
    listFormComments(viewer),
    searchParams,
  ])
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: accountPath, label: 'My cupboard' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Case study template</h1>
        <p className="lead">
          Title, summary, context, action and impact are built in and stay. Here you add what the form asks
          beside them. Nothing changes for writers until you publish.
        </p>
      </div>
      <Said asked={asked} draft={draft} />
      <ShelfSection
        id="fields"
        title={draft.isBegun ? `Draft of template v${current.version + 1}` : `Template v${current.version}`}
        aside={<a href={templatePreviewPath}>Preview</a>}
      >
        {draft.fields.length > 0 ? (
          <FieldList
            fields={draft.fields}
            published={current.fields.map(({ key }) => key)}
            standing={draft.standing}
            comments={comments}
            move={moveField}
          />
        ) : (
          <Empty title="The template has no fields of its own yet">
            <p>Add one when members keep telling the same thing in the wrong place.</p>
          </Empty>
        )}
        <div className="buttons mt-6 ui">
          <ButtonLink href={newTemplateFieldPath} kind={draft.isBegun ? 'second' : 'primary'} icon="plus">
            Add a field
          </ButtonLink>
        </div>
      </ShelfSection>
      {draft.isBegun ? <Publishing draft={draft} current={current} /> : null}
      <BuiltInComments comments={comments} />
      <ShelfSection id="versions" title="Versions">
        <VersionList
          versions={all.map((template, index) => ({
            ...template,
            changes: all[index + 1] ? differencesBetween(all[index + 1] as Template, template) : [],
          }))}
        />
      </ShelfSection>
    </Shell>
  )
}

const PROBLEMS: Record<string, string> = {
  'label-taken': 'Another field has this name now. Rename one of them first.',
  'no-field': 'Another editor has taken this field out of the draft.',
  published: 'A published field is retired, not taken out.',
}
const MOVED =
  'Another editor has changed the template since you opened the list. Nothing of theirs was overwritten and nothing of yours was saved. Here is the template as it stands: do it again if it is still wanted.'

function Said({ asked, draft }: { asked: Asked; draft: TemplateDraft }) {
  if (asked.problem)
    return (
      <Note kind="warning" role="alert" title="That was not saved">
        <p>{PROBLEMS[asked.problem] ?? MOVED}</p>
        {draft.isBegun ? (
          <p>
            The draft was last saved by {draft.by}, {momentOf(draft.savedAt as string)}.
          </p>
        ) : null}
      </Note>
    )
  if (asked.published)
    return (
      <Note kind="success" role="status" title={`Template v${Number(asked.published)} is published`}>
        <p>
          New case studies are written on it. Those that are there stay as they are until they are upgraded.
        </p>
      </Note>
    )
  return asked.discarded ? <Note kind="success" role="status" title="The draft is discarded" /> : null
}

/** What the draft changes, and the two ways it can end. */
function Publishing({ draft, current }: { draft: TemplateDraft; current: Template }) {
  const changes = differencesBetween(current, draft)
  return (
    <ShelfSection id="publish" title={`What template v${current.version + 1} changes`}>
      {changes.length > 0 ? (
        <ul className="template-changes">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : (
        <p>Nothing yet.</p>
      )}
      <p className="small quiet mt-4">
        Last saved by {draft.by}, {dayOf(draft.savedAt as string)}.
      </p>
      {changes.length > 0 ? (
        <PublishForm action={publishDraft} standing={draft.standing} version={current.version + 1} />
      ) : null}
      <form action={discardDraft} className="mt-6">
        <input type="hidden" name="standing" value={draft.standing} />
        <Button kind="warning" small>
          Discard the draft
        </Button>
      </form>
    </ShelfSection>
  )
}

/** What members say about the parts that are built in, and about the form as a whole. */
function BuiltInComments({ comments }: { comments: FormComment[] }) {
  const groups = new Map<string, FormComment[]>()
  for (const comment of comments)
    if (!comment.field.startsWith('extra.'))
      groups.set(comment.field, [...(groups.get(comment.field) ?? []), comment])
  if (groups.size === 0) return null
  return (
    <ShelfSection id="comments" title="What members say about the built-in parts">
      {[...groups].map(([field, said]) => (
        <div key={field} className="template-said">
          <h3>{field ? fieldName(field) : 'The form as a whole'}</h3>
          <FormCommentList comments={said} />
        </div>
      ))}
    </ShelfSection>
  )
}
