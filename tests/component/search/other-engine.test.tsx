import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OtherEngine } from '@/components/search/other-engine'
import { RefusedDocuments } from '@/components/search/refused-documents'
import type { OtherStatus } from '@/lib/search/engine-status'

const quiet: OtherStatus = {
  server: '',
  index: '000003-daf548b51068-1',
  current: true,
  waiting: 0,
  waitedSeconds: 0,
  building: null,
  parked: [],
  fault: null,
  verified: { at: '2026-11-22T04:00:00Z', documents: 1234, differences: 0 },
  fallbacks: null,
}

function wordsOf(status: Partial<OtherStatus>): string {
  return renderToStaticMarkup(<OtherEngine status={{ ...quiet, ...status }} />).replace(/<[^>]+>/g, ' ')
}

test('an engine that is up to date has nothing waiting and no faults', () => {
  const words = wordsOf({})
  expect(words).toMatch(/Changes waiting\s+None/)
  expect(words).toContain('no differences in 1,234 documents')
  expect(words).toMatch(/Answered by PostgreSQL instead\s+Never/)
  expect(words).toMatch(/Last fault\s+None/)
})

test('what waits, is built, was repaired and went wrong is said in words', () => {
  const words = wordsOf({
    current: false,
    waiting: 12,
    waitedSeconds: 1,
    building: { since: '2026-11-22T14:00:00Z', done: 500, documents: 2000 },
    verified: { at: '2026-11-22T04:00:00Z', documents: 10, differences: 1 },
    fallbacks: { count: 3, at: '2026-11-22T13:00:00Z', why: 'Meilisearch was slow.' },
    fault: { at: '2026-11-22T13:00:00Z', why: 'fetch failed' },
  })
  expect(words).toContain('000003-daf548b51068-1, made by older settings')
  expect(words).toContain('12, the oldest for 1 second')
  expect(words).toContain('500 of 2,000 documents since 22 November 2026, 2:00pm')
  expect(words).toContain('1 difference in 10 documents, sent again')
  expect(words).toContain('3 times, last 22 November 2026, 1:00pm. Meilisearch was slow.')
  expect(words).toContain('22 November 2026, 1:00pm: fetch failed')
})

test('a document that was refused says why and when it is tried again', () => {
  const documents = [
    { id: 'case-4', title: 'Warm homes', why: 'Too long', next: null },
    { id: 'case-5', title: 'Cold homes', why: 'Too long', next: '2026-11-22T13:00:00Z' },
  ]
  const markup = renderToStaticMarkup(<RefusedDocuments documents={documents} />)
  expect(markup).toContain('When it changes')
  expect(markup).toContain('22 November 2026, 1:00pm')
})
