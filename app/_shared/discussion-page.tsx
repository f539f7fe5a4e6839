import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { DiscussionBody } from '@/components/discussions/discussion-body'
import { ThreadItem } from '@/components/discussions/thread-item'
import type { NavItem } from '@/components/layout/header'
import { type Crumb, Shell } from '@/components/layout/shell'
import { RequestForm } from '@/components/review/request-form'
import { RequestList } from '@/components/review/request-list'
import { Note } from '@/components/ui/note'
import { getViewer, requireViewer } from '@/lib/auth/session'
import { canPublish } from '@/lib/case-studies/access'
import { canComment, canRemoveComments } from '@/lib/discussions/access'
import { askPath, type Discussed, discussionPath, threadPath } from '@/lib/discussions/paths'
import { countOpenThreads, findThread, listThreads } from '@/lib/discussions/queries'
import { findShownPage, type ShownPage } from '@/lib/discussions/shown-page'
import { TALK_FIELDS } from '@/lib/discussions/vocabulary'
import { pagePath } from '@/lib/pages/paths'
import { idOf } from '@/lib/platform/slug'
import { listAskable, listRequests } from '@/lib/review/requests'
import type { Viewer } from '@/lib/users/access'
import { answer, open, remove, reopen, report, resolve } from './discussion-actions'
import { notLive, notLiveMetadata } from './gone'
import { pageMetadata } from './metadata'
import { pageNumber } from './page-number'
import { ask, close } from './review-request-actions'

/** What the discussions of case studies and of change stories do not share. */
export type Talk = {
  kind: Discussed['kind']
  current: NavItem
  tabs: (page: ShownPage, threads: number) => ReactNode
}
type Search = Promise<Record<string, string | string[] | undefined>>
type Params = Promise<{ slug: string }>

const actions = { open, reply: answer, resolve, reopen, remove, report }

export async function discussionMetadata(talk: Talk, params: Params): Promise<Metadata> {
  const { slug } = await params
  const page = await findPage(talk, slug)
  if (!page) return notLiveMetadata(talk.kind, slug)
  const title = `Discussion of ${page.title}`
  return pageMetadata({ title, path: discussionPath(page), hidden: true })
}

export async function DiscussionPage({
  talk,
  params,
  search,
}: {
  talk: Talk
  params: Params
  search: Search
}) {
  const [page, asked, viewer] = await Promise.all([
    findAddressed(talk, params, discussionPath),
    search,
    getViewer(),
  ])
  if (!page) return gone(talk, params)
  const field = oneOf(TALK_FIELDS[page.kind], asked.field)
  const number = pageNumber(asked.page)
  const [discussion, requests, threads] = await Promise.all([
    listThreads(viewer, page, { field, page: number }),
    listRequests(viewer, page.id),
    countOpenThreads(page.id),
  ])
  return (
    <Frame talk={talk} page={page} threads={threads.total}>
      {asked.asked ? (
        <Note kind="success" role="status" title="They have been asked">
          <p>They see it in their account, and by e-mail if they wanted that.</p>
        </Note>
      ) : null}
      {asked.answered ? <Note kind="success" role="status" title="Your answer is kept" /> : null}
      <DiscussionBody
        page={addressOf(page)}
        discussion={discussion}
        field={field}
        pageNumber={number}
        actions={actions}
        may={rightsOf(viewer)}
      >
        <RequestList requests={requests} askHref={askPath(page)} close={close} />
      </DiscussionBody>
    </Frame>
  )
}

type ThreadProps = { talk: Talk; params: Promise<{ slug: string; thread: string }>; search: Search }

/** One thread with everything in it, at an address that lasts. */
export async function ThreadPage({ talk, params, search }: ThreadProps) {
  const { thread: segment } = await params
  const id = /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : 0
  const [page, { reported }, viewer] = await Promise.all([
    findAddressed(talk, params, (found) => threadPath(found, id)),
    search,
    getViewer(),
  ])
  if (!page) return gone(talk, params)
  const [thread, threads] = await Promise.all([findThread(viewer, page, id), countOpenThreads(page.id)])
  if (!thread) notFound()
  return (
    <Frame
      talk={talk}
      page={page}
      threads={threads.total}
      crumb={{ href: discussionPath(page), label: 'Discussion' }}
    >
      {reported ? (
        <Note kind="success" role="status" title="Thank you: the moderators have your report" />
      ) : null}
      <div className="talk one">
        <ThreadItem page={addressOf(page)} thread={thread} actions={actions} may={rightsOf(viewer)} />
        <p className="mt-8">
          <a href={discussionPath(page)}>All threads about this page</a>
        </p>
      </div>
    </Frame>
  )
}

/** Where somebody signed in asks others to look at a page. */
export async function AskPage({ talk, params }: { talk: Talk; params: Params }) {
  const page = await findAddressed(talk, params, askPath)
  if (!page) return gone(talk, params)
  const viewer = await requireViewer(askPath(page))
  const askable = (await listAskable()).filter(({ handle }) => handle !== viewer.handle)
  const crumbs = crumbsOf(page, { href: discussionPath(page), label: 'Discussion' })
  return (
    <Shell current={talk.current} crumbs={crumbs}>
      <div className="pagehead">
        <h1>Ask somebody to look at it</h1>
        <p className="lead">{page.title}</p>
      </div>
      <p className="measure mt-6 mb-6">
        The page says until when it is in review, and by whom: people who are not listed in the directory are
        called a colleague. What they answer is shown in the discussion.
      </p>
      <RequestForm action={ask} page={page.id} askable={askable} byAddress={canPublish(viewer)} />
    </Shell>
  )
}

type FrameProps = { talk: Talk; page: ShownPage; threads: number; crumb?: Crumb; children: ReactNode }

function Frame({ talk, page, threads, crumb, children }: FrameProps) {
  return (
    <Shell current={talk.current} crumbs={crumbsOf(page, crumb)}>
      <div className="pagehead">
        <h1>Discussion</h1>
        <p className="lead">{page.title}</p>
      </div>
      {talk.tabs(page, threads)}
      {children}
    </Shell>
  )
}

function crumbsOf(page: ShownPage, crumb?: Crumb): Crumb[] {
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: pagePath(page), label: page.title },
  ]
  return crumb ? [...crumbs, crumb] : crumbs
}

async function findPage(talk: Talk, slug: string): Promise<ShownPage | null> {
  const id = idOf(slug)
  const page = id === null ? null : await findShownPage(id)
  return page?.kind === talk.kind ? page : null
}

/** The page that an address names; another slug, or a page since merged, leads to the right address for good. */
async function findAddressed(talk: Talk, params: Params, pathOf: (page: ShownPage) => string) {
  const { slug } = await params
  const page = await findPage(talk, slug)
  if (page && slug !== `${page.id}-${page.slug}`) permanentRedirect(pathOf(page))
  return page
}

/** Nothing of a withdrawn page is read, its talk neither. */
async function gone({ kind }: Talk, params: Params) {
  const pathOf = (page: { id: number; slug: string }) => discussionPath({ ...page, kind })
  return notLive({ kind, slug: (await params).slug, pathOf })
}

/** What the browser's part of the page is given: not the content. */
function addressOf({ kind, id, slug, number }: ShownPage) {
  return { kind, id, slug, number }
}

function rightsOf(viewer: Viewer) {
  return { comment: canComment(viewer), remove: canRemoveComments(viewer) }
}

function oneOf(names: readonly string[], asked: string | string[] | undefined): string {
  const [first = ''] = [asked].flat()
  return names.includes(first) ? first : ''
}
