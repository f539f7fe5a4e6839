import type { ReactNode } from 'react'
import { editSectionPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent, Resource } from '@/lib/case-studies/schema'
import { FORMATS, RESOURCE_KINDS, type ResourceKind } from '@/lib/case-studies/vocabulary'
import type { FileView } from '@/lib/media/queries'
import { partialDateOf } from '../dates'
import { sizeOf } from '../media/size'
import { Icon } from '../ui/icon'
import { Shelf } from '../ui/shelf'
import { EditLink, withTalk } from './prose-section'

type Props = {
  page: { id: number; slug: string }
  content: CaseStudyContent
  editable: boolean
  discuss?: ReactNode
  files?: Files
}
type Files = Record<string, FileView>

const KINDS = Object.keys(RESOURCE_KINDS) as ResourceKind[]

/** Documents and links by kind; a case without a document says so and asks for one. */
export function CaseStudyResources({ page, content, editable, discuss, files = {} }: Props) {
  const edit = editSectionPath(page, 'resources')
  return (
    <section className="res" aria-labelledby="resources">
      <Shelf
        id="resources"
        title="Documents and links"
        aside={withTalk(discuss, editable ? <EditLink href={edit} what="documents and links" /> : undefined)}
      />
      {KINDS.map((kind) => (
        <ResourceGroup
          key={kind}
          kind={kind}
          resources={content.resources.filter((entry) => entry.kind === kind)}
          files={files}
          ask={edit}
        />
      ))}
      {content.home === 'here' ? <p className="first-here">First published here.</p> : null}
    </section>
  )
}

type GroupProps = { kind: ResourceKind; resources: Resource[]; files: Files; ask: string }

function ResourceGroup({ kind, resources, files, ask }: GroupProps) {
  if (resources.length === 0 && kind !== 'primary') return null
  return (
    <>
      <h3>{RESOURCE_KINDS[kind]}</h3>
      {resources.length === 0 ? (
        <p>
          No document yet. <a href={ask}>Add one, or ask the body for it</a>
        </p>
      ) : (
        <ul>
          {resources.map((resource) => (
            <ResourceItem key={resource.number} resource={resource} file={files[resource.url]} />
          ))}
        </ul>
      )}
    </>
  )
}

function ResourceItem({ resource, file }: { resource: Resource; file?: FileView }) {
  return (
    <li id={`source-${resource.number}`}>
      <Icon name={resource.kind === 'news' ? 'news' : 'page'} />
      <div>
        <a href={resource.url} rel="nofollow">
          {resource.title}
        </a>
        <br />
        <span className="meta">
          {resource.number}. {metaOf(resource, file)}
        </span>
        {resource.note ? <span className="meta"> {resource.note}</span> : null}
      </div>
    </li>
  )
}

function metaOf({ publisher, date, format, seenOn, broken }: Resource, file?: FileView): string {
  const seen = seenOn ? partialDateOf(seenOn) : ''
  const state = broken
    ? `Link broken${seen ? `, last seen working ${seen}` : ''}`
    : seen
      ? `Seen ${seen}`
      : ''
  // What is kept here is known: what it is, and what others may do with it.
  const what = file ? [`${file.kind}, ${sizeOf(file.bytes)}, kept here`, licenceOf(file)] : [FORMATS[format]]
  return [publisher, partialDateOf(date), ...what, state].filter(Boolean).join('. ').concat('.')
}

function licenceOf({ licence }: FileView): string {
  return `Licence: ${licence || 'Not known'}`
}
