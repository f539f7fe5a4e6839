import { discussionPath } from '@/lib/discussions/paths'
import { organisationPath } from '@/lib/organisations/paths'
import { editStoryPath, storyHistoryPath, storyPath } from '@/lib/stories/paths'
import type { StoryView } from '@/lib/stories/queries'
import type { StoryContent } from '@/lib/stories/schema'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { LabelHeading } from '../case-studies/head'
import { WatchForm } from '../following/watch-form'
import { Label, Labels } from '../ui/label'
import { Tabs } from '../ui/tabs'
import { readingTime, storyMeta } from './words'

type Props = {
  page?: { id: number; slug: string }
  content: StoryContent
  labels: LabelHeading[]
  organisation: StoryView['organisation']
}

/** Labels, title, opening, and how long it takes to read. */
export function StoryHead({ page, content, labels, organisation }: Props) {
  const rest = storyMeta({ ...content, organisation: organisation ? '' : content.organisation })
  return (
    <>
      <Labels hang>
        <Label section="story">Change story</Label>
        {labels.map((label) => (
          <Label key={label.code} section={label.section} href={categoryPath(label)}>
            {label.name}
          </Label>
        ))}
      </Labels>
      <div className="titleline">
        <div>
          <h1>{content.title}</h1>
          <p className="lead">{content.summary}</p>
          <p className="small quiet">
            {organisation ? (
              <>
                <a href={organisationPath(organisation)}>{organisation.name}</a>
                {' · '}
              </>
            ) : null}
            {rest ? `${rest} · ` : ''}
            {readingTime(content)}
          </p>
        </div>
        {page ? (
          <div className="buttons ui">
            <WatchForm kind="page" value={String(page.id)} name={content.title} back={storyPath(page)} />
          </div>
        ) : null}
      </div>
    </>
  )
}

type TabsProps = {
  page: { id: number; slug: string }
  current: 'read' | 'edit' | 'history' | 'discussion' | 'none'
  threads?: number
}

export function StoryTabs({ page, current, threads }: TabsProps) {
  const items = [
    { href: storyPath(page), label: 'Read', current: current === 'read' },
    { href: editStoryPath(page), label: 'Edit', current: current === 'edit' },
    { href: storyHistoryPath(page), label: 'History', current: current === 'history' },
    {
      href: discussionPath({ ...page, kind: 'story' }),
      label: threads ? `Discussion (${threads})` : 'Discussion',
      current: current === 'discussion',
    },
  ]
  return <Tabs label="This change story" items={items} />
}
