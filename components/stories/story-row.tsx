import { storyPath } from '@/lib/stories/paths'
import type { StoryRow } from '@/lib/stories/queries'
import { counted } from '../case-studies/words'
import { JarRail } from '../ui/jar-rail'
import { Label } from '../ui/label'
import { Row } from '../ui/rows'
import { storyMeta } from './words'

/** A change story in a list, with a jar for each of its stages. */
export function StoryRowItem({ story }: { story: StoryRow }) {
  return (
    <Row
      level={2}
      labels={<Label section="story">Change story</Label>}
      title={story.title}
      href={storyPath(story)}
      meta={storyMeta(story)}
      summary={story.summary}
      facts={[counted(story.stageCount, 'stage')]}
      action={<JarRail count={story.stageCount} />}
    />
  )
}
