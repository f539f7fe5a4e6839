import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountTabs } from '@/components/account/account-tabs'
import { DiscardedDraft, OpenDraft } from '@/components/drafts/draft-row'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { Rows } from '@/components/ui/rows'
import { requireViewer } from '@/lib/auth/session'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { undoDays } from '@/lib/drafts/limits'
import { draftsPath } from '@/lib/drafts/paths'
import { listOwnDrafts } from '@/lib/drafts/queries'
import { newStoryPath } from '@/lib/stories/paths'
import { accountPath } from '@/lib/users/paths'
import { discard, undo } from './actions'

export const metadata = pageMetadata({ title: 'Your drafts', path: draftsPath, hidden: true })

type Props = { searchParams: Promise<{ done?: string | string[]; draft?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function DraftsPage({ searchParams }: Props) {
  const viewer = await requireViewer(draftsPath)
  const [{ open, discarded }, { done, draft }] = await Promise.all([listOwnDrafts(viewer), searchParams])
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your drafts</h1>
        <p className="lead">Texts that you have not published yet. Only you see them.</p>
      </div>
      <AccountTabs current={draftsPath} />
      <Done done={String(done ?? '')} draft={discarded.find(({ id }) => String(id) === draft)?.id} />
      {open.length > 0 ? (
        <ShelfSection id="open" title="Go on writing">
          <Rows unordered>
            {open.map((row) => (
              <OpenDraft key={row.id} row={row} discard={discard} />
            ))}
          </Rows>
        </ShelfSection>
      ) : (
        <NoDrafts />
      )}
      {discarded.length > 0 ? (
        <ShelfSection id="discarded" title="Discarded" aside={`Kept for ${undoDays} days`}>
          <Rows unordered lesser>
            {discarded.map((row) => (
              <DiscardedDraft key={row.id} row={row} undo={undo} />
            ))}
          </Rows>
        </ShelfSection>
      ) : null}
    </Shell>
  )
}

function Done({ done, draft }: { done: string; draft: number | undefined }) {
  const words = WORDS[done]
  if (!words) return null
  return (
    <div className="mt-8">
      <Note {...words} role={words.kind === 'success' ? 'status' : 'alert'}>
        {done === 'discarded' && draft ? (
          <form action={undo} className="buttons">
            <input type="hidden" name="draft" value={draft} />
            <Button kind="second" small>
              Undo
            </Button>
          </form>
        ) : null}
      </Note>
    </div>
  )
}

const WORDS: Record<string, { kind: 'success' | 'error'; title: string }> = {
  discarded: { kind: 'success', title: 'The draft is discarded' },
  returned: { kind: 'success', title: 'The draft is back' },
  missing: { kind: 'error', title: 'That draft is not here any more. Nothing was changed' },
  'not-found': { kind: 'error', title: 'That draft is not here any more. Nothing was changed' },
  'another-draft': {
    kind: 'error',
    title: 'You have begun another draft of the same page since. Discard that one first, then undo',
  },
}

function NoDrafts() {
  return (
    <div className="section tight">
      <Empty title="No drafts" word="Keep">
        <p className="measure">
          Whatever you write is kept here while you write it, until you publish it. Come back on any device
          and go on where you stopped.
        </p>
        <p className="buttons">
          <ButtonLink href={newCaseStudyPath}>Share a case study</ButtonLink>
          <ButtonLink href={newStoryPath} kind="second">
            Write a change story
          </ButtonLink>
        </p>
      </Empty>
    </div>
  )
}
