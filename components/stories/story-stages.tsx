import { caseStudyPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import type { ProseHtml } from '@/lib/revisions/render'
import type { LinkedCaseStudies } from '@/lib/stories/queries'
import type { Stage as StageContent, StoryContent } from '@/lib/stories/schema'
import { Stage } from '../ui/stage'
import { StageRail } from '../ui/stage-rail'
import { stepId } from './words'

type Props = { content: StoryContent; html: ProseHtml; caseStudies: LinkedCaseStudies }

/** The steps to change: all of them as jars on one shelf, then each with its text and what belongs beside it. */
export function StoryStages({ content, html, caseStudies }: Props) {
  const { stages } = content
  return (
    <>
      <StageRail stages={stages.map(({ title }, index) => ({ id: stepId(index), title }))} />
      <div className="stages">
        {stages.map((stage, index) => (
          <Stage
            key={stepId(index)}
            id={stepId(index)}
            number={index + 1}
            of={stages.length}
            when={stage.when}
            title={stage.title}
            side={besideOf(stage, caseStudies)}
          >
            <StageProse html={html[`stage${index}`] ?? ''} />
          </Stage>
        ))}
      </div>
    </>
  )
}

function StageProse({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by lib/revisions/render.ts before it was stored
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
}

function besideOf({ caseStudies: ids, aside }: StageContent, caseStudies: LinkedCaseStudies) {
  // Two of them may have been merged into one.
  const rows = [...new Map(ids.flatMap((id) => caseStudies[id] ?? []).map((row) => [row.id, row])).values()]
  if (rows.length === 0 && !aside) return undefined
  return (
    <>
      {rows.length > 0 ? <Linked rows={rows} /> : null}
      {aside ? <p className={rows.length > 0 ? 'mt-3' : undefined}>{aside}</p> : null}
    </>
  )
}

function Linked({ rows }: { rows: CaseStudyRow[] }) {
  return (
    <>
      <h3>Case studies</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a href={caseStudyPath(row)}>{row.title}</a>
            {row.organisation.name ? <span className="quiet">, {row.organisation.name}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
