import { caseStudiesPath, newCaseStudyPath } from '@/lib/case-studies/paths'
import { askPath } from '@/lib/wanted/paths'
import { counted } from '../case-studies/words'
import { Empty } from '../ui/empty'

type Props = { wider: { words: string; href: string; count: number }[] }

/** An empty list says which one filter to lift, and to how many that leads. */
export function NothingFound({ wider }: Props) {
  return (
    <Empty title="Nothing on this shelf yet">
      {wider.length > 0 ? (
        <ul aria-label="How to widen it">
          {wider.map(({ words, href, count }) => (
            <li key={href}>
              Without {words}: <a href={href}>{counted(count, 'case study')}</a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          Take some of the filters away, or <a href={caseStudiesPath}>see all case studies</a>.
        </p>
      )}
      <p>
        Do you know of one? A summary and one link are enough. <a href={newCaseStudyPath}>Share it</a>. Or{' '}
        <a href={askPath()}>ask whether others have one</a>.
      </p>
    </Empty>
  )
}
