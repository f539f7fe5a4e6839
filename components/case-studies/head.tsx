import { caseStudyPath, contactPath, editPath, editSectionPath, historyPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { discussionPath } from '@/lib/discussions/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { Heading } from '@/lib/taxonomy/queries'
import { WatchForm } from '../following/watch-form'
import { ButtonLink } from '../ui/button-link'
import { Label, Labels } from '../ui/label'
import { Tabs } from '../ui/tabs'
import { FavouriteForm } from './favourite-form'
import { resultSentence, sourceNumbers } from './words'

type Addressed = { id: number; slug: string }
export type LabelHeading = Pick<Heading, 'code' | 'name' | 'slug' | 'section'>
type HeadProps = { page: Addressed; content: CaseStudyContent; labels: LabelHeading[]; saveable?: boolean }

/** Labels, title, summary and the headline result: what a reader with one minute needs. */
export function CaseStudyHead({ page, content, labels, saveable }: HeadProps) {
  const [headline] = content.results
  return (
    <>
      <Labels hang>
        <Label section="type">Case study</Label>
        {labels.map((label) => (
          <Label key={label.code} section={label.section} href={categoryPath(label)}>
            {label.section === 'contracts' ? `Contracts: ${lowerFirst(label.name)}` : label.name}
          </Label>
        ))}
      </Labels>
      <div className="titleline">
        <div>
          <h1>{content.title}</h1>
          <p className="lead">{content.summary}</p>
          {headline ? (
            <p className="headline-result">
              <strong>{resultSentence(headline)}</strong>{' '}
              <SourceOf content={content} source={headline.source} />
            </p>
          ) : (
            <p className="headline-result">
              No result has been measured and recorded yet.{' '}
              <a href={editSectionPath(page, 'results')}>Do you know one?</a>
            </p>
          )}
        </div>
        {saveable ? (
          <div className="buttons ui">
            <FavouriteForm id={page.id} title={content.title} back={caseStudyPath(page)} />
            <WatchForm kind="page" value={String(page.id)} name={content.title} back={caseStudyPath(page)} />
            {content.contact?.byForm ? (
              <ButtonLink href={contactPath(page)} kind="second" small icon="mail">
                Write to the contact
              </ButtonLink>
            ) : null}
          </div>
        ) : null}
      </div>
    </>
  )
}

/** Where the headline figure comes from, in words: a number alone is not evidence. */
function SourceOf({ content, source }: { content: CaseStudyContent; source: string }) {
  const [first] = sourceNumbers(source)
  const resource = content.resources.find(({ number }) => number === first)
  if (!resource) return <span className="quiet">Source: {source}</span>
  return (
    <span className="quiet">
      Source: <a href={`#source-${resource.number}`}>{resource.publisher || resource.title}</a>
    </span>
  )
}

export function CaseStudyTabs({
  page,
  current,
  threads,
}: {
  page: Addressed
  current: 'read' | 'edit' | 'history' | 'discussion' | 'none'
  /** How many threads are open. */
  threads?: number
}) {
  const items = [
    { href: caseStudyPath(page), label: 'Read', current: current === 'read' },
    { href: editPath(page), label: 'Edit', current: current === 'edit' },
    { href: historyPath(page), label: 'History', current: current === 'history' },
    {
      href: discussionPath({ ...page, kind: 'case_study' }),
      label: threads ? `Discussion (${threads})` : 'Discussion',
      current: current === 'discussion',
    },
  ]
  return <Tabs label="This case study" items={items} />
}

function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
