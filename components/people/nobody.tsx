import { caseStudiesPath } from '@/lib/case-studies/paths'
import { peoplePath } from '@/lib/people/paths'
import { settingsPath } from '@/lib/users/paths'
import { Empty } from '../ui/empty'

type Props = { words: string; category: { code: string; name: string } | null; narrowed: boolean }

/** Nobody fits: what will still get an answer. */
export function Nobody({ words, category, narrowed }: Props) {
  return (
    <Empty title="These will still get you an answer" level={3}>
      <p className="measure">The Cupboard is new, and people appear here only once they ask to be listed.</p>
      <ul>
        {words ? (
          <li>
            <a href={`/search?q=${encodeURIComponent(words)}`}>Search the case studies for “{words}”</a>: many
            name who to ask
          </li>
        ) : null}
        {category ? (
          <li>
            <a href={`${caseStudiesPath}?category=${category.code}&has=contact`}>
              Case studies on {category.name} that name a contact
            </a>
          </li>
        ) : (
          <li>
            <a href={`${caseStudiesPath}?has=contact`}>Case studies that name a contact</a>
          </li>
        )}
        {narrowed ? (
          <li>
            <a href={peoplePath}>Everyone who is listed</a>
          </li>
        ) : null}
        <li>
          <a href={`${settingsPath}#listed`}>Be the first: offer to be found</a>
        </li>
      </ul>
    </Empty>
  )
}
