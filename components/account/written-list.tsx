import { caseStudyPath, historyPath } from '@/lib/case-studies/paths'
import type { Written } from '@/lib/people/written'
import { storyHistoryPath, storyPath } from '@/lib/stories/paths'

/** The pages that a person wrote or revised, as a short list. */
export function WrittenList({ written }: { written: Written }) {
  return (
    <ul className="res plain ui">
      {written.caseStudies.map((row) => (
        <Item
          key={row.id}
          href={caseStudyPath(row)}
          title={row.title}
          meta={row.organisation.name}
          history={historyPath(row)}
        />
      ))}
      {written.stories.map((story) => (
        <Item
          key={story.id}
          href={storyPath(story)}
          title={story.title}
          meta={['Change story', story.organisation].filter(Boolean).join(' · ')}
          history={storyHistoryPath(story)}
        />
      ))}
    </ul>
  )
}

function Item({
  href,
  title,
  meta,
  history,
}: {
  href: string
  title: string
  meta: string
  history: string
}) {
  return (
    <li>
      <div>
        <a href={href}>{title}</a>
        <span className="meta">{meta}</span>
      </div>
      <a href={history}>
        History<span className="vh"> of {title}</span>
      </a>
    </li>
  )
}
