import type { Resource } from '@/lib/case-studies/schema'
import { FORMATS } from '@/lib/case-studies/vocabulary'
import { EditLink } from '../case-studies/prose-section'
import { partialDateOf } from '../dates'
import { ShelfSection } from '../layout/shelf-section'
import { Icon } from '../ui/icon'

type Props = { resources: Resource[] /** Absent on old versions. */; edit?: string }

/** The sources in the order of their numbers, which the text refers to. */
export function StorySources({ resources, edit }: Props) {
  const href = edit ? `${edit}#resources` : undefined
  const inOrder = [...resources].sort((one, other) => one.number - other.number)
  return (
    <ShelfSection
      id="sources"
      title="Sources"
      aside={href ? <EditLink href={href} what="sources" /> : undefined}
    >
      {inOrder.length === 0 ? (
        <p>{href ? <a href={href}>Add the first source</a> : 'None are linked.'}</p>
      ) : null}
      <div className="res">
        <ol>
          {inOrder.map((resource) => (
            <Source key={resource.number} resource={resource} />
          ))}
        </ol>
      </div>
    </ShelfSection>
  )
}

function Source({ resource }: { resource: Resource }) {
  return (
    <li id={`source-${resource.number}`}>
      <Icon name={resource.kind === 'news' ? 'news' : 'page'} />
      <div>
        {resource.number}. {resource.publisher ? `${resource.publisher}: ` : ''}
        <a href={resource.url} rel="nofollow">
          {resource.title}
        </a>
        <span className="meta">{factsOf(resource)}</span>
      </div>
    </li>
  )
}

function factsOf({ date, format, seenOn, broken, note }: Resource): string {
  const seen = seenOn ? `${broken ? 'Last seen working' : 'Seen'} ${partialDateOf(seenOn)}` : ''
  const facts = [partialDateOf(date), FORMATS[format], broken ? 'The link is broken' : '', seen].filter(
    Boolean,
  )
  return `${facts.join('. ')}. ${note}`.trim()
}
