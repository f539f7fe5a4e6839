import '@/app/styles/working.css'
import { formHeadings } from '@/app/_shared/form-headings'
import { pageMetadata } from '@/app/_shared/metadata'
import { openDraft } from '@/app/_shared/open-draft'
import { discard } from '@/app/account/drafts/actions'
import { DraftNote } from '@/components/drafts/draft-note'
import { TrayList } from '@/components/drafts/tray-list'
import { Shell } from '@/components/layout/shell'
import { StoryForm } from '@/components/stories/story-form'
import { requireViewer } from '@/lib/auth/session'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { waitsForReview } from '@/lib/review/access'
import { EMPTY_STORY } from '@/lib/stories/draft'
import { newStoryPath, storiesPath } from '@/lib/stories/paths'
import { saveStory } from '../actions'

export const metadata = pageMetadata({ title: 'Write a change story', path: newStoryPath, hidden: true })

const crumbs = [
  { href: '/', label: 'Home' },
  { href: storiesPath, label: 'Change stories' },
]

type Props = { searchParams: Promise<{ draft?: string | string[] }> }

export default async function NewStoryPage({ searchParams }: Props) {
  const { draft: wanted } = await searchParams
  const viewer = await requireViewer(wanted ? `${newStoryPath}?draft=${wanted}` : newStoryPath)
  const [headings, organisations, opened] = await Promise.all([
    formHeadings(),
    listOrganisationNames(),
    openDraft(viewer, { kind: 'story', head: null, draft: wanted }),
  ])
  const { draft, place } = opened
  return (
    <Shell current="stories" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Write a change story</h1>
        <p className="lead">
          A title, an opening and two stages are enough to start. Say what is not known: others may complete
          it.
        </p>
      </div>
      <div className="stack mt-8">
        <DraftNote {...opened} isNew back={newStoryPath} discard={discard} />
        <TrayList pieces={draft?.tray ?? []} />
        <StoryForm
          key={draft?.id ?? 'new'}
          action={saveStory}
          draft={draft?.values ?? EMPTY_STORY}
          place={place}
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
