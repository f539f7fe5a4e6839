import { FIELD_NAMES } from '@/components/case-studies/field-names'
import { caseStudyPath, comparePath } from '@/lib/case-studies/paths'
import { cached } from '@/lib/platform/cache'
import { tags } from '@/lib/platform/tags'
import { atomOf, type FeedEntry, type FeedText } from '@/lib/revisions/feed'
import { everyChange, feedPath, type RecentFilter, recentChangesPath } from '@/lib/revisions/paths'
import { listRecentChanges, type RecentChange } from '@/lib/revisions/recent'
import { compareStoryPath, storyPath } from '@/lib/stories/paths'
import { fieldLabels } from '@/lib/templates/queries'

type Scope = Pick<RecentFilter, 'category' | 'organisation'>

/** The Atom feed of recent changes, or 304 when the reader has it already. */
export async function answerFeed(
  request: Request,
  title: string,
  scope: Partial<Scope> = {},
): Promise<Response> {
  const { body, etag, updated } = await feedOf(title, scope)
  const headers = {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: etag,
    'Last-Modified': new Date(updated).toUTCString(),
  }
  if (isKnown(request, { etag, updated })) return new Response(null, { status: 304, headers })
  return new Response(body, {
    headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}

/** The name in "D10.atom", or null when an address ends otherwise. */
export function feedName(file: string): string | null {
  return /^([A-Za-z0-9.]{1,12})\.atom$/.exec(file)?.[1] ?? null
}

function feedOf(title: string, scope: Partial<Scope>): Promise<FeedText> {
  const selfPath = feedPath(scope)
  return cached(['feed', selfPath, title], [tags.everything, tags.template], async () => {
    const { changes } = await listRecentChanges({ ...everyChange, ...scope })
    const names = { ...FIELD_NAMES, ...(await fieldLabels()) }
    return atomOf({
      title,
      path: recentChangesPath(scope),
      selfPath,
      entries: changes.map((change) => entryOf(change, names)),
    })
  })
}

function isKnown(request: Request, { etag, updated }: Pick<FeedText, 'etag' | 'updated'>): boolean {
  const known = request.headers.get('if-none-match')
  if (known !== null)
    return known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && Math.floor(Date.parse(updated) / 1000) * 1000 <= since
}

function entryOf(change: RecentChange, labels: Record<string, string>): FeedEntry {
  const { kind, page, author, createdAt } = change
  const story = kind === 'story'
  const path = (story ? storyPath : caseStudyPath)(page)
  const common = { author: author.name, updated: createdAt }
  if (change.event)
    return {
      ...common,
      id: `event-${change.eventId}`,
      title: eventTitle(change),
      path: change.live || !change.other ? path : (story ? storyPath : caseStudyPath)(change.other),
      summary: change.reason,
    }
  const { number, note, minor, changed } = change
  const names = [...new Set(changed.map((name) => labels[name] ?? name))]
  const parts = [note, minor ? 'Minor edit.' : '', names.length > 0 ? `Changed: ${names.join(', ')}.` : '']
  return {
    ...common,
    id: `page-${page.id}-version-${number}`,
    title: number === 1 ? `New: ${page.title}` : `${page.title} (version ${number})`,
    path: number === 1 ? path : (story ? compareStoryPath : comparePath)(page, number - 1, number),
    summary: parts.filter(Boolean).join(' — '),
  }
}

function eventTitle({ event, page, other }: Extract<RecentChange, { event: string }>): string {
  if (event === 'withdrawn') return `Withdrawn: ${page.title}`
  if (event === 'returned') return `Put back: ${page.title}`
  const into = other ? ` ${other.title}` : ' another page'
  return event === 'merged' ? `${page.title} merged into${into}` : `${page.title} taken out again of${into}`
}
