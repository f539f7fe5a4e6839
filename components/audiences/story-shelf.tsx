import { storiesPath, storyPath } from '@/lib/stories/paths'
import type { StoryRow } from '@/lib/stories/queries'
import { ShelfSection } from '../layout/shelf-section'
import { Label } from '../ui/label'
import { Row, Rows } from '../ui/rows'

/** Every change story, as rows. */
export function StoryShelf({ stories }: { stories: StoryRow[] }) {
  return (
    <ShelfSection id="stories" title="Change stories" aside={<a href={storiesPath}>All change stories</a>}>
      {stories.length > 0 ? (
        <Rows>
          {stories.map((story) => (
            <Row
              key={story.id}
              labels={<Label section="story">Change story</Label>}
              href={storyPath(story)}
              title={story.title}
              meta={[story.organisation, story.period].filter(Boolean).join(' · ')}
              summary={story.summary}
            />
          ))}
        </Rows>
      ) : (
        <p>None yet.</p>
      )}
    </ShelfSection>
  )
}
