import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf, momentOf } from '@/components/dates'
import { Shell } from '@/components/layout/shell'
import { Shelf } from '@/components/ui/shelf'
import { caseStudyPath, comparePath } from '@/lib/case-studies/paths'
import { listRecentChanges, type RecentChange } from '@/lib/revisions/recent'
import { compareStoryPath, storyPath } from '@/lib/stories/paths'

export const metadata = pageMetadata({
  title: 'Recent changes',
  description: 'What was added to the Cupboard and revised, the newest first.',
  path: '/recent-changes',
})

const shown = 100

export default async function RecentChangesPage() {
  const changes = await listRecentChanges(shown)
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Recent changes</h1>
        <p className="lead">
          The newest {shown} changes to case studies and change stories, by whom and why.
        </p>
      </div>
      {byDay(changes).map(({ day, entries }) => (
        <section key={day} className="section tight" aria-labelledby={idOf(day)}>
          <Shelf id={idOf(day)} title={day} />
          <ol className="versionrows">
            {entries.map((change) => (
              <ChangeRow key={`${change.pageId} ${change.number}`} change={change} />
            ))}
          </ol>
        </section>
      ))}
    </Shell>
  )
}

function ChangeRow({ change }: { change: RecentChange }) {
  const page = { id: change.pageId, slug: change.slug }
  const story = change.kind === 'story'
  const compare = (story ? compareStoryPath : comparePath)(page, change.number - 1, change.number)
  return (
    <li className="versionrow">
      <div>
        <h3>
          <a href={(story ? storyPath : caseStudyPath)(page)}>{change.title}</a>
        </h3>
        <p>
          <time dateTime={change.createdAt}>{momentOf(change.createdAt)}</time> · {change.author.name}
          {change.author.demonstration ? ' (demonstration account)' : ''} ·{' '}
          {story ? 'change story' : 'case study'}, version {change.number}
        </p>
        <p>“{change.note}”</p>
      </div>
      {change.number > 1 ? (
        <p className="act ui">
          <a href={compare}>
            What changed<span className="vh"> in {change.title}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

function byDay(changes: RecentChange[]) {
  const days: { day: string; entries: RecentChange[] }[] = []
  for (const change of changes) {
    const day = dayOf(change.createdAt)
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push(change)
    else days.push({ day, entries: [change] })
  }
  return days
}

function idOf(day: string): string {
  return `day-${day.toLowerCase().replaceAll(' ', '-')}`
}
