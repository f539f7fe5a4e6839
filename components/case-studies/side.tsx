import {
  caseStudyPath,
  contactPath,
  editSectionPath,
  historyPath,
  versionPath,
} from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import type { Standing } from '@/lib/confirmations/standing'
import { storyPath } from '@/lib/stories/paths'
import type { Author } from '@/lib/users/names'
import { personPath } from '@/lib/users/paths'
import { StandingLine } from '../confirmations/standing-line'
import { dayOf, partialDateOf } from '../dates'
import { ButtonLink } from '../ui/button-link'

type Addressed = { id: number; slug: string }
type StoryLink = {
  id: number
  slug: string
  title: string
  organisation: string
  stage: string
  position: number
}

export function OnThisPage({ items }: { items: { id: string; label: string }[] }) {
  return (
    <section className="toc">
      <h2>On this page</h2>
      <ul>
        {items.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The point person as they chose to be reached, or an invitation to become it. */
export function ContactCard({ page, content }: { page: Addressed; content: CaseStudyContent }) {
  const { contact } = content
  if (!contact)
    return (
      <section>
        <h2>Contact</h2>
        <p>No one has agreed to be the contact. A role mailbox will do, such as catering or procurement.</p>
        <div className="buttons">
          <ButtonLink href={editSectionPath(page, 'contact')} kind="second" small>
            I can be the contact
          </ButtonLink>
        </div>
      </section>
    )
  return (
    <section>
      <h2>Contact</h2>
      <p>
        <strong>{contact.name}</strong>
        {contact.organisation ? <>, {contact.organisation}</> : null}
      </p>
      {contact.email && !contact.byForm ? (
        <p>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </p>
      ) : null}
      {contact.phone ? <p>{contact.phone}</p> : null}
      {contact.byForm ? (
        <p>
          <a href={contactPath(page)}>Send a message</a>. Their address stays hidden.
        </p>
      ) : null}
      <p>
        <a href={`${contactPath(page)}#report`}>No longer here? Tell us</a>, or{' '}
        <a href={editSectionPath(page, 'contact')}>
          edit<span className="vh"> the contact</span>
        </a>
      </p>
    </section>
  )
}

export function StoryLinks({ stories, organisation }: { stories: StoryLink[]; organisation: string }) {
  if (stories.length === 0) return null
  return (
    <section>
      <h2>Part of the story of</h2>
      <ul className="rel">
        {byStory(stories).map(([first, ...more]) => (
          <li key={first.id}>
            <a href={`${storyPath(first)}#step-${first.position + 1}`}>{first.title}</a>
            <span>
              {first.organisation === organisation ? '' : 'Named beside it, as work elsewhere. '}Step{' '}
              {first.position + 1}: {first.stage}
              {more.length > 0 ? `, and ${more.length} later` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A case study may stand in several steps of one story; it is named once, at the first. */
function byStory(stories: StoryLink[]): [StoryLink, ...StoryLink[]][] {
  const groups = new Map<number, [StoryLink, ...StoryLink[]]>()
  for (const story of stories) {
    const group = groups.get(story.id)
    if (group) group.push(story)
    else groups.set(story.id, [story])
  }
  return [...groups.values()]
}

export function Related({ heading, rows }: { heading: string; rows: CaseStudyRow[] }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>Also on {heading}</h2>
      <ul className="rel">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={caseStudyPath(row)}>{row.title}</a>
            <span>{row.organisation.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type VersionProps = {
  page: Addressed & { number: number; changedAt: string }
  content: CaseStudyContent
  authors: Author[]
  standing?: Standing
}

/** Who wrote it, which version this is, and how far it can be trusted. */
export function ThisVersion({ page, content, authors, standing = null }: VersionProps) {
  return (
    <section>
      <h2>This version</h2>
      <p>
        <a href={versionPath(page, page.number)}>Version {page.number}</a>, {dayOf(page.changedAt)}.{' '}
        <a href={historyPath(page)}>See what changed</a>
      </p>
      <p>
        Written by <Authors authors={authors} />.
      </p>
      <p>
        Evidence: {EVIDENCE[content.evidence].name.toLowerCase()}. {EVIDENCE[content.evidence].meaning}
      </p>
      <p>
        {content.checkedOn
          ? `Checked against its sources ${partialDateOf(content.checkedOn)}.`
          : 'Not yet checked by a second person.'}{' '}
        Endorsed by: nobody yet.
      </p>
      <StandingLine standing={standing} />
    </section>
  )
}

export function Authors({ authors }: { authors: Author[] }) {
  return authors.map((author, index) => (
    <span key={`${author.handle} ${author.name}`}>
      {index > 0 ? ', ' : ''}
      {author.handle ? <a href={personPath({ handle: author.handle })}>{author.name}</a> : author.name}
      {author.demonstration ? ' (demonstration account)' : ''}
    </span>
  ))
}
