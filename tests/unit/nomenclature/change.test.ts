import { describe, expect, test } from 'vitest'
import { changeBy, withoutChange } from '@/lib/nomenclature/change'
import type { HeadingRow } from '@/lib/nomenclature/desk'
import { proposal } from '@/lib/nomenclature/schema'
import { CODE } from '@/lib/taxonomy/codes'
import { effectiveLabels, parentsIn, treeOf } from '@/lib/taxonomy/effective'
import { readHeadings } from '@/prisma/starter-files'
import { randomFrom } from '../../support/random'
import { size } from '../../support/size'

const AT = '2026-11-22T10:00:00.000Z'
const starter = await starterRows()

async function starterRows(): Promise<HeadingRow[]> {
  const { sections, categories } = await readHeadings()
  const rest = { status: 'proposed', successors: [], retiredAt: null }
  const rows = [
    ...sections.map(({ letter, key, slug, name, note }) => {
      return { code: letter, parentCode: null, section: key, slug, name, note, alsoCalled: [], cpv: [] }
    }),
    ...categories.map(({ parent, ...row }) => {
      const section = sections.find(({ letter }) => letter === row.code.charAt(0))?.key ?? ''
      return { ...row, parentCode: parent, section }
    }),
  ]
  return rows.map((row, position) => ({ ...row, ...rest, position }))
}

function tried(typed: unknown, rows: readonly HeadingRow[] = starter, taken: Iterable<string> = []) {
  return changeBy(proposal.parse(typed), { rows, taken: new Set(taken), at: AT, agreed: true })
}

/** The rows after a change that nothing stands in the way of, by code. */
function rowsAfter(typed: unknown, rows: readonly HeadingRow[] = starter) {
  const outcome = tried(typed, rows)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.rows
}

describe('what a change makes of the headings', () => {
  test('renaming keeps the code, changes the address, and keeps the old name as another', () => {
    const { name, slug, alsoCalled, status } =
      rowsAfter({ kind: 'rename', code: 'D11', name: 'Rubbish' }).get('D11') ?? {}
    expect({ name, slug, status }).toEqual({ name: 'Rubbish', slug: 'rubbish', status: 'agreed' })
    expect(alsoCalled).toContain('Waste and recycling')
    expect(alsoCalled).not.toContain('rubbish')
  })

  test('merging leaves names and CPV divisions with the heading that stays, and moves what was below', () => {
    const rows = rowsAfter({ kind: 'merge', from: ['E5'], into: 'E4' })
    expect(rows.get('E5')).toMatchObject({ successors: ['E4'], retiredAt: AT })
    expect(rows.get('E4')?.alsoCalled).toEqual(expect.arrayContaining(['Risk', 'heat map']))
    expect(rows.get('E5.1')).toMatchObject({ parentCode: 'E4', section: 'impact' })
    expect(rowsAfter({ kind: 'merge', from: ['D11'], into: 'D13' }).get('D13')?.cpv).toEqual([
      '41',
      '65',
      '90',
      '34',
    ])
  })

  test('splitting numbers new headings on and puts the default first', () => {
    const into = [{ name: 'New build' }, { code: 'D07' }, { name: 'Retrofit', note: 'Homes made warm.' }]
    const rows = rowsAfter({ kind: 'split', code: 'D05', into, default: 2 })
    expect(rows.get('D05')?.successors).toEqual(['D33', 'D32', 'D07'])
    expect(rows.get('D33')).toMatchObject({ name: 'Retrofit', note: 'Homes made warm.', parentCode: 'D' })
    expect(rows.get('D33')?.alsoCalled).toContain('school building')
    expect(rows.get('D32')?.alsoCalled).toEqual(['Construction: new build and refurbishment'])
    expect(rows.get('D32')?.cpv).toEqual(['45', '44', '71'])
  })

  test('moving takes along what is below, with the section', () => {
    const rows = rowsAfter({ kind: 'move', code: 'E3', parent: 'A' })
    expect(rows.get('E3')).toMatchObject({ parentCode: 'A', section: 'steps' })
    expect(rows.get('E3.2')).toMatchObject({ parentCode: 'E3', section: 'steps' })
  })

  test.each([
    ['D', 'D32'],
    ['A', 'A8'],
    ['E1', 'E1.4'],
    ['D10', 'D10.1'],
  ])('a new heading under %s is %s', (parent, code) => {
    expect(tried({ kind: 'add', parent, name: 'Something new' })).toMatchObject({
      value: { created: [code] },
    })
  })

  test('a code that was given once is never given again', () => {
    expect(tried({ kind: 'add', parent: 'D', name: 'New' }, starter, ['D32', 'D40'])).toMatchObject({
      value: { created: ['D41'] },
    })
    const many = ['D99', 'D100']
    expect(tried({ kind: 'add', parent: 'D', name: 'New' }, starter, many)).toMatchObject({
      value: { created: ['D101'] },
    })
  })

  test('of two headings that would have one address, the later has its code in it', () => {
    const rows = rowsAfter({ kind: 'retire', code: 'D08' })
    expect(
      rowsAfter({ kind: 'add', parent: 'D', name: 'Cleaning' }, [...rows.values()]).get('D32')?.slug,
    ).toBe('cleaning-d32')
  })

  test('without the support of a public body nothing counts as agreed', () => {
    const renaming = proposal.parse({ kind: 'rename', code: 'D11', name: 'Rubbish' })
    const outcome = changeBy(renaming, { rows: starter, taken: new Set(), at: AT, agreed: false })
    expect(outcome).toMatchObject({ ok: true, value: { after: [{ status: 'proposed' }] } })
  })
})

describe('what stands in the way of a change', () => {
  const retired = [...rowsAfter({ kind: 'retire', code: 'D08' }).values()]

  test.each([
    ['unknown-heading', { kind: 'rename', code: 'D99', name: 'New' }],
    ['section', { kind: 'rename', code: 'D', name: 'Things bought' }],
    ['section', { kind: 'merge', from: ['D'], into: 'D07' }],
    ['section', { kind: 'merge', from: ['D05'], into: 'E' }],
    ['section', { kind: 'split', code: 'F', into: [{ name: 'X' }, { name: 'Y' }] }],
    ['section', { kind: 'move', code: 'A', parent: 'B' }],
    ['section', { kind: 'retire', code: 'C' }],
    ['unchanged', { kind: 'rename', code: 'D08', name: 'Cleaning' }],
    ['unchanged', { kind: 'move', code: 'E1.1', parent: 'E1' }],
    ['name-taken', { kind: 'rename', code: 'D07', name: 'cleaning' }],
    ['name-taken', { kind: 'add', parent: 'D', name: 'Security' }],
    ['name-taken', { kind: 'split', code: 'D05', into: [{ name: 'Security' }, { name: 'Y' }] }],
    ['cycle', { kind: 'move', code: 'E1', parent: 'E1.1' }],
    ['cycle', { kind: 'merge', from: ['E1'], into: 'E1.1' }],
    ['cycle', { kind: 'split', code: 'D05', into: [{ code: 'D05' }, { name: 'Y' }] }],
    ['too-deep', { kind: 'add', parent: 'E1.1', name: 'New' }],
    ['too-deep', { kind: 'move', code: 'E1', parent: 'D05' }],
    ['too-deep', { kind: 'merge', from: ['E5'], into: 'E1.1' }],
    ['has-children', { kind: 'retire', code: 'E1' }],
    ['has-children', { kind: 'split', code: 'E1', into: [{ name: 'X' }, { name: 'Y' }] }],
  ])('%s: %j', (reason, typed) => {
    expect(tried(typed)).toEqual({ ok: false, reason })
  })

  test.each([
    { kind: 'rename', code: 'D08', name: 'New' },
    { kind: 'merge', from: ['D07'], into: 'D08' },
    { kind: 'merge', from: ['D08'], into: 'D07' },
    { kind: 'move', code: 'D07', parent: 'D08' },
    { kind: 'retire', code: 'D08' },
    { kind: 'agree', code: 'D08' },
  ])('retired: %j', (typed) => {
    expect(tried(typed, retired)).toEqual({ ok: false, reason: 'retired' })
  })
})

test('random changes keep every rule of the hierarchy, and taken back one by one leave it as it was', () => {
  for (let seed = 0; seed < size({ suite: 10, full: 2000 }); seed++) {
    const random = randomFrom(seed)
    const taken = new Set<string>()
    const done: { before: HeadingRow[]; made: string[]; was: readonly HeadingRow[] }[] = []
    let rows: readonly HeadingRow[] = starter
    for (let step = 0; step < 25; step++) {
      const outcome = changeBy(anyChange(random, rows), { rows, taken, at: AT, agreed: true })
      if (!outcome.ok) continue
      const { before, created: made } = outcome.value
      expect(made.filter((code) => taken.has(code))).toEqual([])
      for (const code of outcome.value.touched) taken.add(code)
      done.push({ before, made, was: rows })
      rows = [...outcome.value.rows.values()]
      expectSound(rows)
    }
    expect(done.length).toBeGreaterThan(3)
    for (const { before, made, was } of done.reverse()) {
      rows = withoutChange(rows, { rows: before, created: made })
      expect(rows).toEqual(was)
    }
  }
})

function anyChange(random: ReturnType<typeof randomFrom>, rows: readonly HeadingRow[]) {
  const code = () => random.pick(rows).code
  const name = `Name ${random.below(1_000_000)}`
  const parts = [{ name }, random.below(2) ? { code: code() } : { name: `Other ${name}` }]
  return proposal.parse(
    random.pick([
      { kind: 'rename', code: code(), name },
      { kind: 'merge', from: [code(), code()].filter((it) => it !== 'D07'), into: 'D07', name },
      { kind: 'merge', from: [rows[20]?.code, code()].filter((it) => it !== 'E4'), into: 'E4' },
      { kind: 'split', code: code(), into: parts, default: random.below(2) },
      { kind: 'move', code: code(), parent: code() },
      { kind: 'retire', code: code() },
      { kind: 'add', parent: code(), name },
      { kind: 'agree', code: code() },
    ]),
  )
}

function expectSound(rows: readonly HeadingRow[]) {
  const tree = treeOf(rows)
  expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length)
  expect(rows.filter(({ parentCode }) => parentCode === null).map(({ code }) => code)).toEqual([...'ABCDEF'])
  expect(rows.filter((row) => !CODE.test(row.code) || !isSound(row, tree))).toEqual([])
}

function isSound({ code, retiredAt, section }: HeadingRow, tree: ReadonlyMap<string, HeadingRow>): boolean {
  const above = parentsIn(tree, code)
  const placed =
    above.length <= 2 &&
    above.every((at) => tree.get(at)?.retiredAt === null) &&
    section === tree.get(above.at(-1) ?? code)?.section
  // Whatever a page was labelled with, it stands under a section.
  const standing = effectiveLabels([code], tree).some((at) => tree.get(at.code)?.parentCode === null)
  return standing && (placed || retiredAt !== null)
}
