import type { ReactNode } from 'react'
import type { FormValues } from '@/lib/platform/form'
import type { Version } from '@/lib/revisions/queries'
import { momentOf } from '../dates'
import type { FormAction } from '../forms/use-form'
import type { EditState } from './edit-state'
import { UndoForm } from './undo-form'

type Props = {
  newer: Version<{ title: string }>
  values: FormValues
  tabs: ReactNode
  action: FormAction<EditState>
  pagePath: string
  compareHref: string
}

/** Asks before one change is taken back, and says what stays. */
export function UndoBody({ newer, values, tabs, action, pagePath, compareHref }: Props) {
  const { number, headNumber, author, createdAt, note, content } = newer
  const later = headNumber - number
  return (
    <>
      <div className="pagehead">
        <h1>Undo version {number}</h1>
        <p className="lead">{content.title}</p>
      </div>
      {tabs}
      <p className="measure mt-8">
        This takes back <a href={compareHref}>what version {number} changed</a> (“{note}”, {author.name},{' '}
        {momentOf(createdAt)}).{' '}
        {later > 0
          ? `The ${later === 1 ? 'version' : `${later} versions`} saved after it ${later === 1 ? 'stays' : 'stay'}: where they touch the same words, you are asked.`
          : 'It is the newest version, so the page becomes what it was before.'}{' '}
        The history keeps both.
      </p>
      <UndoForm action={action} values={values} pagePath={pagePath} />
    </>
  )
}
