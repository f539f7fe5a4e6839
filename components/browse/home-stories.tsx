import { storyPath } from '@/lib/stories/paths'
import type { StoryRow } from '@/lib/stories/queries'
import { JarRail } from '../ui/jar-rail'
import { Label } from '../ui/label'
import { Shelf } from '../ui/shelf'

/** The first story large, the others as rows. */
export function HomeStories({ stories }: { stories: StoryRow[] }) {
  const [first, ...others] = stories
  if (!first) return null
  return (
    <section aria-labelledby="stories">
      <Shelf id="stories" title="Change stories" aside={<a href="/stories">All {stories.length}</a>} />
      <div className="storycard">
        <Label section="story">Change story</Label>
        <h3>
          <a href={storyPath(first)}>{first.title}</a>
        </h3>
        <p>{first.summary}</p>
        <JarRail count={first.stageCount} />
      </div>
      <ul className="brief-list">
        {others.map((story) => (
          <li key={story.id}>
            <h3 className="row-title">
              <a href={storyPath(story)}>{story.title}</a>
            </h3>
            <p className="row-org">{story.period || story.summary}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
