import { editPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import type { ProseHtml } from '@/lib/revisions/render'
import { Shelf } from '../ui/shelf'
import { LegalStatusBlock } from './legal-status'
import { EditLink, ProseSection } from './prose-section'
import { CaseStudyResources } from './resources'
import { ResultsTable } from './results-table'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  html: ProseHtml
  verdict: string
  entered: { by: string; on: string }
  /** Old versions are read, not edited. */
  editable: boolean
}

/** The body of a case study, current or old. */
export function CaseStudyArticle({ page, content, html, verdict, entered, editable }: Props) {
  const editHref = (part: string) => (editable ? `${editPath(page)}#${part}` : undefined)
  const { resources } = content
  return (
    <div className="article">
      <ProseSection
        id="context"
        title="Context"
        markdown={content.context}
        html={html.context ?? ''}
        editHref={editHref('context')}
        resources={resources}
      />
      <ProseSection
        id="action"
        title="Action"
        markdown={content.action}
        html={html.action ?? ''}
        editHref={editHref('action')}
        resources={resources}
        kind="action"
      />
      <ProseSection
        id="impact"
        title="Impact"
        markdown={content.impact}
        html={html.impact ?? ''}
        editHref={editHref('impact')}
        resources={resources}
      >
        <ResultsTable results={content.results} />
      </ProseSection>
      <LegalStatusBlock
        page={page}
        content={content}
        verdict={verdict}
        legalPointHtml={html.legalPoint ?? ''}
        entered={entered}
        editable={editable}
      />
      <HappenedNext content={content} html={html.happenedNext ?? ''} editHref={editHref('happenedNext')} />
      <Gaps gaps={content.gaps} editHref={editHref('gaps')} />
      <CaseStudyResources page={page} content={content} editable={editable} />
    </div>
  )
}

function HappenedNext({
  content,
  html,
  editHref,
}: {
  content: CaseStudyContent
  html: string
  editHref?: string
}) {
  if (html)
    return (
      <ProseSection
        id="next"
        title="What happened next"
        markdown={content.happenedNext}
        html={html}
        editHref={editHref}
        resources={content.resources}
        kind="next"
      />
    )
  return (
    <section aria-labelledby="next">
      <Shelf
        id="next"
        title="What happened next"
        aside={editHref ? <EditLink href={editHref} what="what happened next" /> : undefined}
      />
      <p>Nothing is recorded here yet. {editHref ? <a href={editHref}>Do you know?</a> : null}</p>
    </section>
  )
}

function Gaps({ gaps, editHref }: { gaps: string[]; editHref?: string }) {
  if (gaps.length === 0) return null
  return (
    <section className="prose" aria-labelledby="gaps">
      <Shelf
        id="gaps"
        title="What we don’t know"
        aside={editHref ? <EditLink href={editHref} what="what we don’t know" /> : undefined}
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
