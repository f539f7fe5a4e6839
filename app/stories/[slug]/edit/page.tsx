import '@/app/styles/working.css'
import { formHeadings } from '@/app/_shared/form-headings'
import { notLive } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { openDraft } from '@/app/_shared/open-draft'
import { discard } from '@/app/account/drafts/actions'
import { DraftNote } from '@/components/drafts/draft-note'
import { TrayList } from '@/components/drafts/tray-list'
import { Shell } from '@/components/layout/shell'
import { EditBar } from '@/components/revisions/edit-bar'
import { StoryForm } from '@/components/stories/story-form'
import { requireViewer } from '@/lib/auth/session'
import { listOrganisationNames } from '@/lib/organisations/queries'
import { idOf } from '@/lib/platform/slug'
import { waitsForReview } from '@/lib/review/access'
import { findHead } from '@/lib/revisions/queries'
import { draftOfStory } from '@/lib/stories/draft'
import { compareStoryPath, editStoryPath, storiesPath, storyPath } from '@/lib/stories/paths'
import { listLinked } from '@/lib/stories/queries'
import type { StoryContent } from '@/lib/stories/schema'
import { saveStory } from '../../actions'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ restarted?: string }> }

export const metadata = pageMetadata({ title: 'Edit a change story', path: storiesPath, hidden: true })

export default async function EditStoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const id = idOf(slug)
  const head = id === null ? null : await findHead<StoryContent>('story', id)
  if (!head) return notLive({ kind: 'story', slug, pathOf: editStoryPath })
  const viewer = await requireViewer(editStoryPath(head))
  const [headings, organisations, linked, opened] = await Promise.all([
    formHeadings(),
    listOrganisationNames(),
    listLinked(head.content),
    openDraft(viewer, { kind: 'story', head }),
  ])
  const { draft, place, moved } = opened
  return (
    <Shell current="stories" before={<EditBar title={head.content.title} leave={storyPath(head)} />}>
      <h1 className="vh">Edit {head.content.title}</h1>
      <div className="stack mt-8">
        <DraftNote
          {...opened}
          isNew={false}
          back={editStoryPath(head)}
          discard={discard}
          compareHref={moved ? compareStoryPath(head, moved.base, moved.number) : undefined}
        />
        <TrayList pieces={draft?.tray ?? []} />
        <StoryForm
          key={(await searchParams).restarted ?? 'page'}
          action={saveStory}
          draft={draft?.values ?? draftOfStory(head.content)}
          place={place}
          headings={headings}
          organisations={organisations}
          linked={Object.values(linked).map(({ id, slug, title }) => ({ id, slug, title }))}
          page={{ id: head.id, base: draft?.base ?? head.number, path: storyPath(head) }}
          waits={waitsForReview(viewer)}
        />
      </div>
    </Shell>
  )
}
