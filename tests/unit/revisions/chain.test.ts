import { describe, expect, test } from 'vitest'
import { GENESIS, hashOfContent, hashOfLink } from '@/lib/revisions/chain'

describe('the hash of a content', () => {
  test('does not depend on the order of names, at any depth', () => {
    expect(hashOfContent({ a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } })).toBe(
      hashOfContent({ b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 }),
    )
  })

  test('depends on the order of a list, on every value and on every name', () => {
    const contents = [
      { a: [1, 2] },
      { a: [2, 1] },
      { a: [1, '2'] },
      { b: [1, 2] },
      { a: [1, 2], b: null },
      { a: [1, 2, null] },
    ]
    expect(new Set(contents.map(hashOfContent)).size).toBe(contents.length)
  })

  // SHA-256 of the canonical texts of RFC 8785, worked out with another tool (sha256sum).
  test.each([
    [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
    [{ b: 'é', a: 1.0 }, '09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6'],
  ])('of %j is the one of RFC 8785', (content, hash) => {
    expect(hashOfContent(content)).toBe(hash)
  })

  test('letters that look alike but are written differently are different', () => {
    expect(hashOfContent({ a: 'é' })).not.toBe(hashOfContent({ a: 'e\u0301' }))
  })
})

describe('the hash of a link', () => {
  const link = {
    previousHash: GENESIS,
    pageId: 12,
    number: 1,
    actorId: '0b6e2d2e-1111-4222-8333-444455556666',
    createdAt: new Date('2026-11-22T10:11:12.345Z'),
    contentHash: 'c'.repeat(64),
  }

  test('is that of its parts, one a line', () => {
    expect(hashOfLink(link)).toBe('634247dab00ef42dd6ca2dac1d587ac857de2f0351d8e1d5e85e82c91fbf0787')
  })

  test('changes with every part', () => {
    const others = [
      { previousHash: '1'.repeat(64) },
      { pageId: 13 },
      { number: 2 },
      { actorId: '0b6e2d2e-1111-4222-8333-444455556667' },
      { createdAt: new Date('2026-11-22T10:11:12.346Z') },
      { contentHash: 'd'.repeat(64) },
    ]
    const hashes = [link, ...others.map((other) => ({ ...link, ...other }))].map(hashOfLink)
    expect(new Set(hashes).size).toBe(others.length + 1)
  })
})
