import type { ReactNode } from 'react'
import type { Resource } from '@/lib/case-studies/schema'
import { partialDateOf } from '../dates'
import { Noted } from '../ui/noted'
import { Shelf } from '../ui/shelf'

type Props = {
  id: string
  title: string
  markdown: string
  html: string
  editHref?: string
  discuss?: ReactNode
  resources: Resource[]
  kind?: 'action' | 'next'
  children?: ReactNode
}

/** A part of the page in prose, with the sources it names in the margin. The HTML was sanitised when it was saved. */
export function ProseSection(props: Props) {
  const { id, title, markdown, html, editHref, discuss, resources, kind, children } = props
  const edit = editHref ? <EditLink href={editHref} what={title} /> : undefined
  return (
    <section aria-labelledby={id}>
      <Shelf id={id} title={title} aside={withTalk(discuss, edit)} />
      <Noted notes={notesOf(markdown, resources)}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by lib/revisions/render.ts before it was stored */}
        <div className={kind ? `prose ${kind}` : 'prose'} dangerouslySetInnerHTML={{ __html: html }} />
      </Noted>
      {children}
    </section>
  )
}

export function EditLink({ href, what }: { href: string; what: string }) {
  return (
    <a href={href}>
      Edit<span className="vh"> {what}</span>
    </a>
  )
}

/** What stands at the end of a part's shelf: the way to its talk, and to its form. */
export function withTalk(discuss: ReactNode, edit: ReactNode): ReactNode {
  if (!discuss) return edit
  return (
    <>
      {discuss} {edit}
    </>
  )
}

/** The sources that a text refers to, in the order in which it first does. */
function notesOf(markdown: string, resources: Resource[]) {
  const numbers = [...markdown.matchAll(/\(#source-(\d+)\)/g)].map((match) => Number(match[1]))
  return [...new Set(numbers)].flatMap((number) => {
    const resource = resources.find((entry) => entry.number === number)
    return resource ? [{ number, text: <SourceWords resource={resource} /> }] : []
  })
}

function SourceWords({ resource }: { resource: Resource }) {
  return (
    <>
      {resource.publisher ? `${resource.publisher}: ` : ''}
      <a href={resource.url} rel="nofollow">
        {resource.title}
      </a>
      {resource.date ? `, ${partialDateOf(resource.date)}` : ''}
    </>
  )
}
