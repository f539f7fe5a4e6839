import { dayOf } from '@/components/dates'
import { FindTarget } from '@/components/pages/find-target'
import { MoveForm } from '@/components/pages/move-form'
import { Note } from '@/components/ui/note'
import { SummaryList } from '@/components/ui/summary-list'
import { mergePath, pageIdIn, pagePath, withdrawPath } from '@/lib/pages/paths'
import { findPageState, type Whereabouts } from '@/lib/pages/queries'
import type { PageKind } from '@/lib/platform/db'
import { answerWith } from '@/lib/platform/status'
import { merge, unmerge } from './move-actions'
import { findToMove, MoveFrame, NOUNS } from './move-frame'
import type { MoveProps } from './withdraw-page'

/** Where moderators merge a page into another, after seeing both titles, or undo that. */
export async function MergeBody({ kind, params, searchParams }: MoveProps & { kind: PageKind }) {
  const [{ slug }, { done, into }] = await Promise.all([params, searchParams])
  const page = await findToMove(kind, slug, mergePath)
  if (page.state === 'merged') return <Merged page={page} fresh={done === 'merged'} />
  if (page.state === 'withdrawn')
    return (
      <MoveFrame page={page} title={`A withdrawn ${NOUNS[kind]}`}>
        <p className="measure">
          A withdrawn page cannot be merged. <a href={withdrawPath(page)}>Bring it back</a> first.
        </p>
      </MoveFrame>
    )
  const asked = ([into].flat()[0] ?? '').slice(0, 300)
  const { target, error } = asked ? await readTarget(page, asked) : {}
  if (error) answerWith(422)
  return (
    <MoveFrame page={page} title={`Merge this ${NOUNS[kind]} into another`}>
      {done === 'unmerged' ? (
        <Note kind="success" role="status" title="The merge is undone: it is a page of its own again">
          <p>
            <a href={pagePath(page)}>Read “{page.title}”</a>
          </p>
        </Note>
      ) : null}
      {target ? (
        <Confirm page={page} target={target} />
      ) : (
        <Explained noun={NOUNS[kind]} asked={asked} error={error} />
      )}
    </MoveFrame>
  )
}

function Explained({ noun, asked, error }: { noun: string; asked: string; error?: string }) {
  return (
    <>
      <div className="prose mb-6">
        <p>
          When two pages tell the same thing: first edit the other page, so that it says everything worth
          keeping of this one. Then merge. This page’s address will lead to the other; both histories stay
          readable, and its favourites and followers count for the other. A merge can be undone exactly.
        </p>
      </div>
      <FindTarget noun={noun} asked={asked} error={error} />
    </>
  )
}

function Confirm({ page, target }: { page: Whereabouts; target: Whereabouts }) {
  const rows = [
    { term: 'This page', value: `${page.title} (number ${page.id})` },
    {
      term: 'Will lead to',
      value: (
        <>
          <a href={pagePath(target)}>{target.title}</a> (number {target.id})
        </>
      ),
    },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      <div className="mt-6">
        <MoveForm
          action={merge}
          page={page.id}
          into={target.id}
          label="Why do you merge them?"
          hint="Stands in the history of this page."
          button="Merge into this page"
        />
      </div>
      <p className="mt-6">
        <a href={mergePath(page)}>Choose another page</a>
      </p>
    </>
  )
}

function Merged({ page, fresh }: { page: Whereabouts; fresh: boolean }) {
  const { mergedInto, at, reason } = page
  return (
    <MoveFrame page={page} title={`A merged ${NOUNS[page.kind]}`}>
      <Note
        kind={fresh ? 'success' : 'info'}
        role={fresh ? 'status' : undefined}
        title={`Merged into “${mergedInto?.title}”${at ? ` on ${dayOf(at)}` : ''}`}
      >
        <p>
          {reason ? `“${reason}” ` : ''}
          {mergedInto ? (
            <a href={pagePath({ ...mergedInto, kind: page.kind })}>Read “{mergedInto.title}”</a>
          ) : null}
        </p>
      </Note>
      <div className="mt-8">
        <MoveForm
          action={unmerge}
          page={page.id}
          label="Why do you undo the merge?"
          hint="Goes on record beside the merge. Moderators read it."
          button="Undo the merge"
        />
      </div>
    </MoveFrame>
  )
}

async function readTarget(
  page: Whereabouts,
  asked: string,
): Promise<{ target?: Whereabouts; error?: string }> {
  const id = pageIdIn(asked)
  if (id === null) return { error: 'Give the number of the other page, like 12, or its web address' }
  if (id === page.id) return { error: 'That is this page. Give the number or address of the other one' }
  const target = await findPageState(id)
  if (!target || target.state === 'withdrawn')
    return { error: `There is no page with the number ${id} that readers can see. Look at the number again` }
  if (target.kind !== page.kind)
    return { error: `Number ${id} is a ${NOUNS[target.kind]}. Give the number of a ${NOUNS[page.kind]}` }
  if (target.mergedInto)
    return {
      error: `Number ${id} has been merged itself. Give the page that it leads to: ${target.mergedInto.id}`,
    }
  return { target }
}
