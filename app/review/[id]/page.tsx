import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { CheckList } from '@/components/review/check-list'
import { ContentView } from '@/components/review/content-view'
import { DecisionForm } from '@/components/review/decision-form'
import { StateNote } from '@/components/review/state-note'
import { SubmissionHead } from '@/components/review/submission-head'
import { ComparisonView } from '@/components/revisions/comparison'
import { requireViewer } from '@/lib/auth/session'
import { caseStudyPath } from '@/lib/case-studies/paths'
import { findNames } from '@/lib/case-studies/template'
import { canDecide, canReadQueue } from '@/lib/review/access'
import { changesOf, describe, proseOf } from '@/lib/review/describe'
import { reviewPath, submissionPath } from '@/lib/review/paths'
import { findSubmission, type SubmissionView } from '@/lib/review/queries'
import { storyPath } from '@/lib/stories/paths'
import { accountPath, contributionsPath } from '@/lib/users/paths'
import { decide } from '../actions'

export const metadata = pageMetadata({ title: 'A contribution', path: reviewPath, hidden: true })

type Props = { params: Promise<{ id: string }> }

export default async function SubmissionPage({ params }: Props) {
  const { id } = await params
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const viewer = await requireViewer(number ? submissionPath(number) : reviewPath)
  const submission = number ? await findSubmission(viewer, number) : null
  if (!submission) notFound()

  const back = canReadQueue(viewer)
    ? { href: reviewPath, label: 'Review queue' }
    : { href: contributionsPath, label: 'Your contributions' }
  const waiting = submission.state === 'waiting'
  const mayDecide = waiting && canDecide(viewer, submission)
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }, { href: accountPath, label: 'My cupboard' }, back]}>
      <div className="pagehead">
        <h1>{submission.title}</h1>
      </div>
      <StateNote
        submission={submission}
        own={viewer.id === submission.contributorId}
        reviewer={canReadQueue(viewer)}
      />
      <div className="mt-8">
        <SubmissionHead submission={submission} pagePath={pathOf(submission)} />
      </div>
      <div className={mayDecide ? 'with-side right' : 'mt-8'}>
        <Content submission={submission} />
        {mayDecide ? (
          <div className="aside stack">
            <CheckList />
            <section aria-labelledby="decide">
              <h2 id="decide">Decide</h2>
              <DecisionForm action={decide} id={submission.id} />
            </section>
          </div>
        ) : null}
      </div>
    </Shell>
  )
}

/** A waiting change is shown against the page as it is now; anything else as a whole. */
async function Content({ submission }: { submission: SubmissionView }) {
  const names = await findNames()
  if (submission.state === 'waiting' && submission.head)
    return (
      <div>
        <ShelfSection id="changes" title="What it would change">
          <ComparisonView comparison={changesOf(submission, submission.head, names)} />
        </ShelfSection>
      </div>
    )
  return (
    <div>
      <ShelfSection
        id="content"
        title={submission.isNew ? 'The new page' : 'The page as its author wrote it'}
      >
        <ContentView fields={describe(submission, names)} html={proseOf(submission)} />
      </ShelfSection>
    </div>
  )
}

function pathOf({ kind, head }: SubmissionView): string | null {
  if (!head) return null
  return kind === 'story' ? storyPath(head) : caseStudyPath(head)
}
