import { dayOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { MoveForm } from '@/components/pages/move-form'
import { ContentView } from '@/components/review/content-view'
import { Note } from '@/components/ui/note'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { findNames } from '@/lib/case-studies/template'
import { mergePath, pageHistoryPath, pagePath, withdrawPath } from '@/lib/pages/paths'
import type { Whereabouts } from '@/lib/pages/queries'
import type { PageKind } from '@/lib/platform/db'
import { describe, proseOf } from '@/lib/review/describe'
import { findVersion } from '@/lib/revisions/queries'
import type { StoryContent } from '@/lib/stories/schema'
import { bringBack, withdraw } from './move-actions'
import { findToMove, MoveFrame, NOUNS } from './move-frame'

export type MoveProps = {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ done?: string | string[]; into?: string | string[] }>
}

/** Where moderators withdraw a page, or read a withdrawn one and bring it back. */
export async function WithdrawBody({ kind, params, searchParams }: MoveProps & { kind: PageKind }) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams])
  const page = await findToMove(kind, slug, withdrawPath)
  if (page.state === 'withdrawn') return <Withdrawn page={page} fresh={done === 'withdrawn'} />
  if (page.state === 'merged') return <Merged page={page} />
  return (
    <MoveFrame page={page} title={`Withdraw this ${NOUNS[kind]}`}>
      {done === 'returned' ? (
        <Note kind="success" role="status" title="It is back, exactly as it was">
          <p>
            <a href={pagePath(page)}>Read “{page.title}”</a>
          </p>
        </Note>
      ) : null}
      <div className="prose mb-6">
        <p>
          It leaves every list, count, search and feed. Its address answers that it was withdrawn, and why.
          Its text, history, talk and followers are kept, and you can bring it back exactly as it was.
        </p>
        <p>
          Does the same thing stand twice? <a href={mergePath(page)}>Merge it into the other</a> instead, so
          that its address leads there.
        </p>
      </div>
      <MoveForm
        action={withdraw}
        page={page.id}
        label="Why do you withdraw it?"
        hint="Everyone who follows a link to it reads this. Name nobody."
        button="Withdraw this page"
        required
      />
    </MoveFrame>
  )
}

async function Withdrawn({ page, fresh }: { page: Whereabouts; fresh: boolean }) {
  const version = await findVersion<CaseStudyContent | StoryContent>(page.kind, page.id, page.headNumber)
  const written = version && { kind: page.kind, content: version.content }
  return (
    <MoveFrame page={page} title={`A withdrawn ${NOUNS[page.kind]}`}>
      <Note
        kind={fresh ? 'success' : 'info'}
        role={fresh ? 'status' : undefined}
        title={`Withdrawn${page.at ? ` on ${dayOf(page.at)}` : ''}`}
      >
        <p>“{page.reason}”</p>
      </Note>
      <div className="mt-8">
        <MoveForm
          action={bringBack}
          page={page.id}
          label="Why do you bring it back?"
          hint="Goes on record beside the withdrawal. Moderators read it."
          button="Bring it back"
        />
      </div>
      {written ? (
        <ShelfSection id="content" title="The page as it stood">
          <ContentView fields={describe(written, await findNames())} html={proseOf(written)} />
        </ShelfSection>
      ) : null}
    </MoveFrame>
  )
}

function Merged({ page }: { page: Whereabouts }) {
  return (
    <MoveFrame page={page} title={`A merged ${NOUNS[page.kind]}`}>
      <p className="measure">
        It has been merged{page.mergedInto ? ` into “${page.mergedInto.title}”` : ''}, so it cannot be
        withdrawn. <a href={mergePath(page)}>Undo the merge</a> first, or look at{' '}
        <a href={pageHistoryPath(page)}>its history</a>.
      </p>
    </MoveFrame>
  )
}
