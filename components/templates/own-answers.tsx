import type { ReactNode } from 'react'
import { editOwnFieldPath, upgradePath } from '@/lib/case-studies/paths'
import type { Resource } from '@/lib/case-studies/schema'
import type { OwnAnswers } from '@/lib/case-studies/template'
import type { ProseHtml } from '@/lib/revisions/render'
import type { ShownAnswer } from '@/lib/templates/show'
import type { Place } from '@/lib/templates/vocabulary'
import { ProseSection } from '../case-studies/prose-section'
import { partialDateOf } from '../dates'
import { SummaryList } from '../ui/summary-list'

type Addressed = { id: number; slug: string }
type Props = {
  page: Addressed
  resources: Resource[]
  html: ProseHtml
  own: OwnAnswers
  place: Place
  editable: boolean
}

/** Answers to the template's own fields that stand after one of the built-in parts. */
export function OwnAnswersAt({ page, resources, html, own, place, editable }: Props) {
  const here = own.answers.filter(({ after }) => after === place)
  const short = here.filter(({ kind }) => kind !== 'prose')
  return (
    <>
      {short.length > 0 ? (
        <div className="own-answers">
          <SummaryList
            rows={short.map((answer) => ({
              term: answer.label,
              value: <ShortAnswer answer={answer} />,
              action: editable ? (
                <a href={editOwnFieldPath(page, answer.key)}>
                  Edit<span className="vh"> {answer.label}</span>
                </a>
              ) : undefined,
            }))}
          />
        </div>
      ) : null}
      {here.map((answer) =>
        answer.kind === 'prose' ? (
          <ProseSection
            key={answer.key}
            id={ownId(answer.key)}
            title={answer.label}
            markdown={answer.markdown}
            html={html[`extra.${answer.key}`] ?? ''}
            editHref={editable ? editOwnFieldPath(page, answer.key) : undefined}
            resources={resources}
          />
        ) : null,
      )}
    </>
  )
}

/** The id under which a page shows a long answer. */
export function ownId(key: string): string {
  return `own-${key}`
}

function ShortAnswer({ answer }: { answer: ShownAnswer }): ReactNode {
  if (answer.kind === 'date') return partialDateOf(answer.date)
  if (answer.kind === 'link')
    return (
      <a href={answer.url} rel="nofollow">
        {answer.url.replace(/^https?:\/\//, '')}
      </a>
    )
  if (answer.kind === 'list') return answer.entries.join(', ')
  return answer.kind === 'words' ? answer.text : null
}

/** Says on which template a page was written, where there is a newer one. */
export function WrittenOn({ page, own, editable }: Pick<Props, 'page' | 'own' | 'editable'>) {
  const { written, current } = own
  if (written === current) return null
  return (
    <p className="small quiet ui">
      Written on template v{written}; the current one is v{current}.{' '}
      {editable ? <a href={upgradePath(page)}>Upgrade it to template v{current}</a> : null}
    </p>
  )
}
