import { describe, expect, test } from 'vitest'
import { atomOf, type FeedEntry } from '@/lib/revisions/feed'

const ENTRY: FeedEntry = {
  id: 'page-12-version-3',
  title: 'School meals',
  path: '/case-studies/12-school-meals/compare?from=2&to=3',
  updated: '2026-05-03T10:00:00.000Z',
  author: 'Food team',
  summary: 'Added the figures',
}
const facts = { title: 'Recent changes', path: '/recent-changes', selfPath: '/feeds/recent.atom' }
const feedOf = (change: Partial<FeedEntry> = {}) => atomOf({ ...facts, entries: [{ ...ENTRY, ...change }] })

describe('an Atom feed', () => {
  test('names itself, the page it stands for, and each entry for good', () => {
    const { body, updated } = feedOf()
    const site = /<link rel="alternate" href="(.*)\/recent-changes"\/>/.exec(body)?.[1] as string
    expect(updated).toBe(ENTRY.updated)
    expect(body).toContain(`<link rel="self" href="${site}/feeds/recent.atom"/>`)
    expect(body).toContain(`<id>tag:${new URL(site).hostname},2026:page-12-version-3</id>`)
    expect(body).toContain(`<link href="${site}/case-studies/12-school-meals/compare?from=2&amp;to=3"/>`)
    expect(body).toContain('<updated>2026-05-03T10:00:00.000Z</updated>')
    expect(body).toContain('<name>Food team</name>')
  })

  test('nothing that is written in it ends its section or breaks it', () => {
    const hostile = 'a]]>b]]>c <script>&amp; \u0000\u0008\u000b\ufffe\ud800 dŵr 🥕'
    const { body } = feedOf({ title: hostile, summary: hostile, author: hostile })
    expect(body.match(/]]>/g)).toHaveLength(2)
    expect(body).not.toContain('<script>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may stand in XML
    expect(body).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    expect(body.isWellFormed()).toBe(true)
    expect(body).toContain('dŵr 🥕')
  })

  test('the same entries have the same tag, others another', () => {
    expect(feedOf().etag).toBe(feedOf().etag)
    expect(feedOf({ summary: 'Other' }).etag).not.toBe(feedOf().etag)
  })

  test('without entries it is a feed still', () => {
    expect(atomOf({ ...facts, entries: [] }).body).toMatch(/<\/feed>$/)
  })
})
