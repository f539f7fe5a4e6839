import type { ReactNode } from 'react'
import { editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import type { OwnAnswers } from '@/lib/case-studies/template'
import type { FileView } from '@/lib/media/queries'
import type { ProseHtml } from '@/lib/revisions/render'
import type { Place } from '@/lib/templates/vocabulary'
import { DiscussLink } from '../discussions/discuss-link'
import type { LawNow } from '../legal/law-now'
import { OwnAnswersAt, WrittenOn } from '../templates/own-answers'
import { Shelf } from '../ui/shelf'
import { LegalStatusBlock } from './legal-status'
import { EditLink, ProseSection, withTalk } from './prose-section'
import { CaseStudyResources } from './resources'
import { ResultsTable } from './results-table'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  html: ProseHtml
  law?: LawNow
  verdict: string
  entered: { by: string; on: string }
  /** Old versions are read, not edited. */
  editable: boolean
  /** Open threads by the field they are about; without it, there is no way to the talk. */
  talk?: Record<string, number>
  /** What is known of the documents that are kept here, by address. */
  files?: Record<string, FileView>
  /** What it answers to the template's own fields. */
  own: OwnAnswers
}

/** The body of a case study, current or old. */
export function CaseStudyArticle(props: Props) {
  const { page, content, html, law, verdict, entered, editable, talk, files, own } = props
  const editHref = (part: string) => (editable ? editSectionPath(page, part) : undefined)
  const discuss = (field: string, what: string) =>
    talk ? (
      <DiscussLink page={{ ...page, kind: 'case_study' }} field={field} what={what} open={talk[field]} />
    ) : undefined
  const { resources } = content
  const ownAt = (place: Place) => (
    <OwnAnswersAt page={page} resources={resources} html={html} own={own} place={place} editable={editable} />
  )
  return (
    <div className="article">
      {ownAt('summary')}
      <ProseSection
        id="context"
        title="Context"
        markdown={content.context}
        html={html.context ?? ''}
        editHref={editHref('context')}
        discuss={discuss('context', 'context')}
        resources={resources}
      />
      {ownAt('context')}
      <ProseSection
        id="action"
        title="Action"
        markdown={content.action}
        html={html.action ?? ''}
        editHref={editHref('action')}
        discuss={discuss('action', 'action')}
        resources={resources}
        kind="action"
      />
      {ownAt('action')}
      <ProseSection
        id="impact"
        title="Impact"
        markdown={content.impact}
        html={html.impact ?? ''}
        editHref={editHref('impact')}
        discuss={discuss('impact', 'impact')}
        resources={resources}
      >
        <ResultsTable results={content.results} />
        {editable && content.results.length > 0 ? (
          <p className="small">
            <a href={editSectionPath(page, 'results')}>Edit the results</a>
          </p>
        ) : null}
      </ProseSection>
      {ownAt('impact')}
      {ownAt('results')}
      <LegalStatusBlock
        page={page}
        content={content}
        law={law}
        verdict={verdict}
        legalPointHtml={html.legalPoint ?? ''}
        entered={entered}
        editable={editable}
        discuss={discuss('legalStatus', 'legal status')}
      />
      {ownAt('legal')}
      <HappenedNext
        content={content}
        html={html.happenedNext ?? ''}
        editHref={editHref('happenedNext')}
        discuss={discuss('happenedNext', 'what happened next')}
      />
      <Gaps gaps={content.gaps} editHref={editHref('gaps')} discuss={discuss('gaps', 'what we don’t know')} />
      <CaseStudyResources
        page={page}
        content={content}
        files={files}
        editable={editable}
        discuss={discuss('resources', 'documents and links')}
      />
      {ownAt('end')}
      <WrittenOn page={page} own={own} editable={editable} />
    </div>
  )
}

type PartProps = { editHref?: string; discuss?: ReactNode }

function HappenedNext({
  content,
  html,
  editHref,
  discuss,
}: PartProps & { content: CaseStudyContent; html: string }) {
  if (html)
    return (
      <ProseSection
        id="next"
        title="What happened next"
        markdown={content.happenedNext}
        html={html}
        editHref={editHref}
        discuss={discuss}
        resources={content.resources}
        kind="next"
      />
    )
  return (
    <section aria-labelledby="next">
      <Shelf
        id="next"
        title="What happened next"
        aside={withTalk(
          discuss,
          editHref ? <EditLink href={editHref} what="what happened next" /> : undefined,
        )}
      />
      <p>Nothing is recorded here yet. {editHref ? <a href={editHref}>Do you know?</a> : null}</p>
    </section>
  )
}

function Gaps({ gaps, editHref, discuss }: PartProps & { gaps: string[] }) {
  if (gaps.length === 0) return null
  return (
    <section className="prose" aria-labelledby="gaps">
      <Shelf
        id="gaps"
        title="What we don’t know"
        aside={withTalk(
          discuss,
          editHref ? <EditLink href={editHref} what="what we don’t know" /> : undefined,
        )}
      />
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>
            {gap}{' '}
            {editHref ? (
              <a href={editHref}>
                Answer<span className="vh">: {gap}</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
