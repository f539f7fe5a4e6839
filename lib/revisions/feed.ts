import 'server-only'
import { createHash } from 'node:crypto'
import { htmlEscape } from 'escape-goat'
import { Feed } from 'feed'
import { env } from '@/lib/platform/env'

export type FeedEntry = {
  /** Never changes and never stands for anything else, such as "page-12-version-3". */
  id: string
  title: string
  path: string
  updated: string
  author: string
  summary: string
}
type FeedFacts = { title: string; path: string; selfPath: string; entries: FeedEntry[] }
export type FeedText = { body: string; etag: string; updated: string }

/** An Atom feed (RFC 4287), with what readers need to ask for it again only when it has changed. */
export function atomOf({ title, path, selfPath, entries }: FeedFacts): FeedText {
  const updated = entries[0]?.updated ?? new Date(0).toISOString()
  const feed = new Feed({
    id: tagOf(selfPath.replace(/^\//, '')),
    title: plain(title),
    updated: new Date(updated),
    link: `${env.siteUrl}${path}`,
    feed: `${env.siteUrl}${selfPath}`,
    generator: false,
    language: 'en-GB',
  })
  for (const entry of entries)
    feed.addItem({
      id: tagOf(entry.id),
      title: asHtml(entry.title),
      link: `${env.siteUrl}${entry.path}`,
      date: new Date(entry.updated),
      author: [{ name: plain(entry.author) }],
      description: asHtml(entry.summary),
    })
  const body = feed.atom1()
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`, updated }
}

/** A tag address (RFC 4151): it stays the same when a title, and so the address of its page, changes. */
function tagOf(name: string): string {
  return `tag:${new URL(env.siteUrl).hostname},2026:${name}`
}

/** Titles and summaries of the feed library are HTML; with their signs escaped, nothing in them ends its section. */
function asHtml(text: string): string {
  return htmlEscape(plain(text))
}

/** Without what XML 1.0 cannot hold, even escaped. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
