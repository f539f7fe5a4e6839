import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { notLive, notLiveMetadata } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { RequestNote } from '@/components/review/request-note'
import { StoryHead, StoryTabs } from '@/components/stories/story-head'
import { StoryLessons } from '@/components/stories/story-lessons'
import { StorySources } from '@/components/stories/story-sources'
import { StoryStages } from '@/components/stories/story-stages'
import { StoryWritten } from '@/components/stories/story-written'
import { Rows } from '@/components/ui/rows'
import { discussionPath } from '@/lib/discussions/paths'
import { countOpenThreads } from '@/lib/discussions/queries'
import { idOf } from '@/lib/platform/slug'
import { listOpenReviews } from '@/lib/review/requests'
import { editStoryPath, storiesPath, storyPath } from '@/lib/stories/paths'
import { findVisibleStory, type LinkedCaseStudies } from '@/lib/stories/queries'
import type { StoryContent } from '@/lib/stories/schema'
import { listStanding } from '@/lib/taxonomy/queries'

type Props = { params: Promise<{ slug: string }> }

// Static on demand: rendered when first asked for, dropped by the save that changes it.
export function generateStaticParams() {
  return []
}

async function find({ params }: Props) {
  const id = idOf((await params).slug)
  return id === null ? null : findVisibleStory(id)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await find(props)
  if (!view) return notLiveMetadata('story', (await props.params).slug)
  return pageMetadata({ title: view.content.title, description: view.content.summary, path: storyPath(view) })
}

const crumbs = [
  { href: '/', label: 'Home' },
  { href: storiesPath, label: 'Change stories' },
]

export default async function StoryPage(props: Props) {
  const view = await find(props)
  if (!view) return notLive({ kind: 'story', ...(await props.params), pathOf: storyPath })
  if ((await props.params).slug !== `${view.id}-${view.slug}`) permanentRedirect(storyPath(view))

  const { content } = view
  const [talk, reviews] = await Promise.all([countOpenThreads(view.id), listOpenReviews(view.id)])
  const labels = await listStanding(content.categories)
  const edit = editStoryPath(view)
  return (
    <Shell current="stories" crumbs={crumbs}>
      <StoryHead page={view} content={content} labels={labels} organisation={view.organisation} />
      <StoryTabs page={view} current="read" threads={talk.total} />
      <RequestNote reviews={reviews} href={discussionPath({ ...view, kind: 'story' })} />
      <StoryStages content={content} html={view.html} caseStudies={view.caseStudies} />
      <StoryLessons content={content} edit={edit} />
      <CaseStudiesTold content={content} caseStudies={view.caseStudies} />
      <StorySources resources={content.resources} edit={edit} />
      <StoryWritten page={view} authors={view.authors} />
    </Shell>
  )
}

type Told = { content: StoryContent; caseStudies: LinkedCaseStudies }

/** Every case study of the story once more, together, in the order in which the stages name them. */
function CaseStudiesTold({ content, caseStudies }: Told) {
  const named = content.stages.flatMap((stage) => stage.caseStudies).flatMap((id) => caseStudies[id] ?? [])
  const rows = [...new Map(named.map((row) => [row.id, row])).values()]
  if (rows.length === 0) return null
  return (
    <ShelfSection id="case-studies" title="The case studies behind it">
      <Rows lesser>
        {rows.map((row) => (
          <CaseStudyRowItem key={row.id} row={row} brief />
        ))}
      </Rows>
    </ShelfSection>
  )
}
