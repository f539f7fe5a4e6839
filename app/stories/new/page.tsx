import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { StoryForm } from '@/components/stories/story-form'
import { requireViewer } from '@/lib/auth/session'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { waitsForReview } from '@/lib/review/access'
import { EMPTY_STORY } from '@/lib/stories/draft'
import { newStoryPath, storiesPath } from '@/lib/stories/paths'
import { listHeadings } from '@/lib/taxonomy/queries'
import { saveStory } from '../actions'

export const metadata = pageMetadata({ title: 'Write a change story', path: newStoryPath, hidden: true })

const crumbs = [
  { href: '/', label: 'Home' },
  { href: storiesPath, label: 'Change stories' },
]

export default async function NewStoryPage() {
  const viewer = await requireViewer(newStoryPath)
  const [headings, organisations] = await Promise.all([listHeadings(), listOrganisationNames()])
  return (
    <Shell current="stories" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Write a change story</h1>
        <p className="lead">
          A title, an opening and two stages are enough to start. Say what is not known: others may complete
          it.
        </p>
      </div>
      <div className="mt-8">
        <StoryForm
          action={saveStory}
          draft={EMPTY_STORY}
          headings={headings}
          organisations={organisations}
          linked={[]}
          page={null}
          waits={waitsForReview(viewer)}
        />
      </div>
    </Shell>
  )
}
