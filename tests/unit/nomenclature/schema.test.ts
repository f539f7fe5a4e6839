import { describe, expect, test } from 'vitest'
import { changeDecision, changeProposal, position, proposal } from '@/lib/nomenclature/schema'
import { daysAfter, today } from '@/lib/platform/day'

const messagesOf = (schema: typeof changeProposal | typeof proposal | typeof position, typed: unknown) => {
  const read = schema.safeParse(typed)
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a proposal', () => {
  const typed = { proposal: { kind: 'retire', code: 'd08' }, reason: 'Nobody uses it' }

  test.each([1, 365])('may close %i days ahead', (days) => {
    expect(messagesOf(changeProposal, { ...typed, closesOn: daysAfter(today(), days) })).toEqual([])
  })

  test.each([
    [daysAfter(today(), 0), 'The closing date must be in the future'],
    [daysAfter(today(), 366), 'The closing date must be within a year'],
    ['2027-02-30', 'The closing date must be a real date, like 2027-01-22'],
    ['', 'Give the closing date'],
  ])('closing on “%s” is refused', (closesOn, message) => {
    expect(messagesOf(changeProposal, { ...typed, closesOn })).toEqual([['closesOn', message]])
  })

  test('needs a reason', () => {
    const closesOn = daysAfter(today(), 9)
    expect(messagesOf(changeProposal, { ...typed, closesOn, reason: '  ' })).toEqual([
      ['reason', 'Give the reason'],
    ])
  })

  test('takes what a form posts: codes in any case, empty choices, other names a line each', () => {
    expect(proposal.parse({ kind: 'retire', code: ' d08 ', into: '' })).toEqual({
      kind: 'retire',
      code: 'D08',
      into: undefined,
    })
    const added = {
      kind: 'add',
      parent: 'D',
      name: ' Ferries ',
      note: '',
      alsoCalled: 'boats\r\nships',
      cpv: '60',
    }
    expect(proposal.parse(added)).toEqual({
      ...added,
      name: 'Ferries',
      alsoCalled: ['boats', 'ships'],
      cpv: ['60'],
    })
    const rows = [
      { code: '', name: 'One', note: '' },
      { code: 'D07', name: '' },
      { code: '', name: '' },
    ]
    expect(proposal.parse({ kind: 'split', code: 'D05', into: rows, default: '1' })).toMatchObject({
      into: [{ name: 'One' }, { code: 'D07' }],
      default: 1,
    })
  })

  test.each([
    [{ kind: 'rename', code: 'D08', name: '' }, 'name', 'Enter the name'],
    [{ kind: 'rename', code: 'G1', name: 'X' }, 'code', 'Choose a heading'],
    [{ kind: 'merge', from: [], into: 'D07' }, 'from', 'Tick at least one heading to merge'],
    [{ kind: 'merge', from: ['D07'], into: 'D07' }, 'into', 'A heading cannot be merged into itself'],
    [
      { kind: 'split', code: 'D05', into: [{ name: 'X' }] },
      'into',
      'Give at least two headings to split it into',
    ],
    [{ kind: 'split', code: 'D05', into: [{ name: 'X' }, { name: 'x' }] }, 'into', 'Give each heading once'],
    [
      { kind: 'split', code: 'D05', into: [{ name: 'X' }, { name: 'Y' }], default: 2 },
      'default',
      'Choose where the rest goes',
    ],
    [
      { kind: 'add', parent: 'D', name: 'X', cpv: '905' },
      'cpv.0',
      'Give CPV divisions by their two digits, one a line',
    ],
  ])('%j is refused', (typed, field, message) => {
    expect(messagesOf(proposal, typed)).toContainEqual([field, message])
  })
})

test('a position is one of three, with a reason', () => {
  expect(messagesOf(position, { changeId: '4', stance: 'maybe', reason: '' })).toEqual([
    ['stance', 'Choose “Support”, “Object” or “Abstain”'],
    ['reason', 'Give the reason'],
  ])
})

test('a decision says what was decided and why', () => {
  const read = changeDecision.safeParse({ changeId: 4, verdict: 'apply', decision: '' })
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    'Write the decision: what was decided, and why',
  ])
})
