import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { StoryRowItem } from '@/components/stories/story-row'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Panel } from '@/components/ui/panel'
import { Rows } from '@/components/ui/rows'
import { newStoryPath, storiesPath } from '@/lib/stories/paths'
import { listStories } from '@/lib/stories/queries'

export const metadata = pageMetadata({
  title: 'Change stories',
  description:
    'How whole organisations changed the way they buy, stage by stage, with the case studies behind it.',
  path: storiesPath,
})

export default async function StoriesPage() {
  const stories = await listStories()
  return (
    <Shell current="stories" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Change stories</h1>
        <p className="lead">
          How whole organisations changed the way they buy: what came first, what it took, and the case
          studies behind it.
        </p>
      </div>
      <div className="mt-8">
        {stories.length === 0 ? (
          <Empty title="No story has been told yet">Yours can be the first.</Empty>
        ) : null}
        <Rows>
          {stories.map((story) => (
            <StoryRowItem key={story.id} story={story} />
          ))}
        </Rows>
      </div>
      <div className="section">
        <Panel
          id="write"
          title="Has your organisation changed how it buys?"
          end={<ButtonLink href={newStoryPath}>Write a change story</ButtonLink>}
        >
          <p className="measure">
            Two stages are enough to start: how things stood, and what you did first. Say what is not known:
            others may complete it.
          </p>
        </Panel>
      </div>
    </Shell>
  )
}
