import type { ReactNode } from 'react'
import { threadsPerPage } from '@/lib/discussions/limits'
import { type Discussed, discussionPath, threadPath } from '@/lib/discussions/paths'
import type { Discussion, ThreadRow } from '@/lib/discussions/queries'
import { TALK_FIELDS } from '@/lib/discussions/vocabulary'
import { signInPath } from '@/lib/users/paths'
import { Empty } from '../ui/empty'
import { Pagination } from '../ui/pagination'
import { Shelf } from '../ui/shelf'
import type { TalkActions, TalkRights } from './talk'
import { ThreadForm } from './thread-form'
import { ThreadItem } from './thread-item'
import { counted, fieldName } from './words'

type Page = Discussed & { number: number }
type Props = {
  page: Page
  discussion: Discussion
  field: string
  pageNumber: number
  actions: TalkActions
  may: TalkRights
  children?: ReactNode
}

/** The talk about a page: open threads first, resolved ones by name. `children` stand in the side column. */
export function DiscussionBody(props: Props) {
  const { page, discussion, field, pageNumber, actions, may, children } = props
  const { open, openCount, resolved, fields } = discussion
  const none = openCount === 0 && resolved.length === 0
  return (
    <div className="with-side right talk">
      <div>
        <FieldFilter page={page} fields={fields} field={field} />
        {may.comment ? null : <SignIn page={page} field={field} />}
        <ThreadForm
          action={actions.open}
          page={page.id}
          fields={TALK_FIELDS[page.kind]}
          field={field}
          open={may.comment && (none || field !== '')}
        />
        {none ? <Nothing field={field} /> : null}
        {none ? null : (
          <section aria-labelledby="open">
            <Shelf id="open" title={`Open (${openCount})`} />
            {openCount === 0 ? <p>No thread is open.</p> : null}
            {open.map((thread) => (
              <ThreadItem key={thread.id} page={page} thread={thread} actions={actions} may={may} />
            ))}
            {openCount > threadsPerPage ? (
              <Pagination
                page={pageNumber}
                pages={Math.ceil(openCount / threadsPerPage)}
                total={openCount}
                perPage={threadsPerPage}
                noun="threads"
                hrefFor={(next) => `${discussionPath(page)}?${new URLSearchParams(query(field, next))}`}
              />
            ) : null}
          </section>
        )}
        {resolved.length > 0 ? <ResolvedList page={page} rows={resolved} /> : null}
      </div>
      {children ? <div className="aside ui stack">{children}</div> : null}
    </div>
  )
}

function query(field: string, page: number): Record<string, string> {
  return field ? { field, page: String(page) } : { page: String(page) }
}

function FieldFilter({ page, fields, field }: { page: Page; fields: string[]; field: string }) {
  if (fields.length === 0 && field === '') return null
  const names = [...TALK_FIELDS[page.kind]].filter((name) => fields.includes(name) || name === field)
  const items = [
    { name: '', label: 'Everything' },
    ...names.map((name) => ({ name, label: fieldName(name) })),
  ]
  return (
    <nav className="talk-filter ui" aria-label="Show threads about">
      <ul>
        {items.map(({ name, label }) => (
          <li key={name}>
            <a href={discussionPath(page, name)} aria-current={name === field ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SignIn({ page, field }: { page: Page; field: string }) {
  return (
    <p className="talk-invite">
      <a href={signInPath(discussionPath(page, field))}>Sign in to take part</a>. Everyone can read what is
      written here.
    </p>
  )
}

function Nothing({ field }: { field: string }) {
  return (
    <Empty title={field ? 'Nobody has discussed this part yet' : 'Nobody has discussed this page yet'}>
      <p className="measure">
        Ask what you would need to know before you do the same. Point at what is missing or wrong when you
        cannot put it right yourself.
      </p>
    </Empty>
  )
}

function ResolvedList({ page, rows }: { page: Page; rows: ThreadRow[] }) {
  return (
    <details className="resolved-threads">
      <summary>Resolved ({rows.length})</summary>
      <ul>
        {rows.map(({ id, title, field, commentCount }) => (
          <li key={id}>
            <a href={threadPath(page, id)}>{title}</a>
            <span className="quiet">
              {fieldName(field)}, {counted(commentCount, 'comment')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
