import { expect, test } from 'vitest'
import { compareRegisters } from '@/lib/legal/compare-registers'
import { entryEdit, markOf, problemsOfEntry, withEntry } from '@/lib/legal/entry-edit'
import type { Law, Register } from '@/lib/legal/register'

const law = (code: string, facts: Partial<Law> = {}): Law => ({
  ...{ code, name: `The law ${code}`, kind: 'procurement', nations: ['England'], bodyTypes: [] },
  ...{ from: '', to: '', successors: [], transition: '', note: '', changes: '', url: '', changesUrl: '' },
  ...facts,
})
const REGISTER: Register = { laws: [law('OLD', { successors: ['NEW'] }), law('NEW', { from: '2025' })] }
const edit = (values: object) => entryEdit.parse(values)

test('an entry takes the place of the one it was, and keeps its code', () => {
  const asked = edit({ base: '1', original: 'OLD', law: { ...law('HIJACKED'), name: 'Older law' } })
  expect(withEntry(REGISTER, asked)).toEqual({
    index: 0,
    content: { laws: [{ ...law('OLD'), name: 'Older law' }, REGISTER.laws[1]] },
  })
})

test('a new law stands at the end, with the code that was typed', () => {
  const { content, index } = withEntry(REGISTER, edit({ original: '', law: law('NEXT') }))
  expect(index).toBe(2)
  expect(content).toEqual({ laws: [...REGISTER.laws, law('NEXT')] })
})

test('laws that end as it begins move with its first day, if that is ticked', () => {
  const ended = { to: '2025', successors: ['NEW'] }
  const laws = [law('OLD', ended), law('OTHER', { ...ended, to: '2024' }), law('NEW', { from: '2025' })]
  const moved = { original: 'NEW', law: law('NEW', { from: '2025-03' }) }
  const daysOf = (values: object) =>
    (withEntry({ laws }, edit(values)).content as Register).laws.map(({ from, to }) => from || to)
  expect(daysOf({ ...moved, along: 'on' })).toEqual(['2025-03', '2024', '2025-03'])
  expect(daysOf(moved)).toEqual(['2025', '2024', '2025-03'])
  expect(daysOf({ ...moved, along: 'on', law: law('NEW') })).toEqual(['2025', '2024', ''])
})

test('what was shown is known by its mark: another date, version or law has another', () => {
  const asked = { base: 3, original: 'NEW', law: law('NEW') }
  const mark = markOf(edit(asked))
  expect(markOf(edit({ ...asked, why: 'Another reason', intent: 'publish' }))).toBe(mark)
  for (const other of [
    { base: 4 },
    { original: 'OLD' },
    { along: 'on' },
    { law: law('NEW', { from: '2024' }) },
  ])
    expect(markOf(edit({ ...asked, ...other }))).not.toBe(mark)
})

test.each([{}, { law: 'a text' }, { law: { nations: { 0: 'x' } }, base: 'x', intent: 'delete' }])(
  'whatever is posted is read: %j',
  (values) => {
    expect(edit(values)).toMatchObject({ intent: 'preview', original: '' })
    expect(Number.isInteger(edit(values).base)).toBe(true)
  },
)

test('problems of the entry stand at its fields; those of the rest are said once, at its name', () => {
  const problems = [
    { path: 'laws.1.to', message: 'The day on which it ends must come after' },
    { path: 'laws.1.successors.0', message: 'No law has that code' },
    { path: 'laws.0.successors', message: 'OLD would follow itself' },
    { path: 'laws', message: 'Laws are missing' },
  ]
  expect(problemsOfEntry(problems, 1)).toEqual([
    { field: 'law.to', message: 'The day on which it ends must come after' },
    { field: 'law.successors', message: 'No law has that code' },
    { field: 'law.name', message: 'OLD would follow itself' },
  ])
})

test('two registers are compared law by law: changed, new and dropped', () => {
  const newer: Register = { laws: [law('NEW', { from: '2024-10-28' }), law('NEXT')] }
  expect(
    compareRegisters(REGISTER, newer).map(({ code, before, after }) => [code, before?.from, after?.from]),
  ).toEqual([
    ['OLD', '', undefined],
    ['NEW', '2025', '2024-10-28'],
    ['NEXT', undefined, ''],
  ])
  expect(compareRegisters(REGISTER, REGISTER)).toEqual([])
})
