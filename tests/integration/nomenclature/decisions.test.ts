import { beforeAll, describe, expect, test } from 'vitest'
import { decideChange } from '@/lib/nomenclature/decide'
import { proposeChange } from '@/lib/nomenclature/propose'
import { findChange, listChanges, nomenclature } from '@/lib/nomenclature/queries'
import { takePosition } from '@/lib/nomenclature/take-position'
import { undoChange } from '@/lib/nomenclature/undo'
import { dateOfDay, daysAfter, today } from '@/lib/platform/day'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/outcome'
import { findHeading } from '@/lib/taxonomy/queries'
import type { RoleName } from '@/lib/users/access'
import {
  anOrganisation,
  aPerson,
  aPublishedCaseStudy,
  aStranger,
  theContentsTree,
  value,
} from '../../support/builders'
import { anAppliedChange, anOpenChange, aProposal } from '../../support/changes-of-headings'

beforeAll(theContentsTree)

const closesOn = daysAfter(today(), 30)
const adding = (name: string) => ({ kind: 'add', parent: 'D', name })
const aDecision = { verdict: 'apply' as const, decision: 'It was agreed' }
const statusOf = async (code: string) => (await findHeading(code))?.heading.status

async function closeYesterday(id: number) {
  await db.categoryChange.update({ where: { id }, data: { closesOn: dateOfDay(daysAfter(today(), -1)) } })
}

async function aRepresentativeOf(name: string) {
  const known = await db.organisation.findUnique({ where: { name } })
  const { id } = known ?? (await anOrganisation(name))
  return aPerson('representative', { organisationId: id } as never)
}

async function support(changeId: number, name: string) {
  const viewer = await aRepresentativeOf(name)
  value(await takePosition(viewer, { changeId, stance: 'support', reason: 'We call it so too' }))
}

describe('proposing', () => {
  const propose = (role: RoleName, typed: unknown) =>
    proposeChange(aStranger(role), { proposal: aProposal(typed), reason: 'Why', closesOn })

  test('new members do not propose, others do, and the log and the heading say so', async () => {
    expect(await propose('pending', adding('Ferries'))).toEqual(refused('not-allowed'))

    const id = await anOpenChange({ kind: 'rename', code: 'D28', name: 'Blue light equipment' })
    expect(await statusOf('D28')).toBe('under-review')
    const [change] = await listChanges({ state: 'open', code: 'D28' })
    expect(change).toMatchObject({
      id,
      title: 'Rename Emergency services equipment to Blue light equipment',
      closesOn,
    })
  })

  test('what cannot be applied cannot be proposed', async () => {
    expect(await propose('contributor', { kind: 'rename', code: 'A', name: 'Steps' })).toEqual(
      refused('section'),
    )
    expect(await propose('contributor', adding('Security'))).toEqual(refused('name-taken'))
  })
})

describe('positions', () => {
  test('are taken for a body by its representatives, and by nobody else', async () => {
    const changeId = await anOpenChange(adding('Bridges'))
    const position = { changeId, stance: 'support' as const, reason: 'Useful' }
    const organisation = await anOrganisation('Corby')
    for (const role of ['contributor', 'moderator', 'admin'] as const) {
      const viewer = await aPerson(role, { organisationId: organisation.id } as never)
      expect(await takePosition(viewer, position)).toEqual(refused('not-allowed'))
    }
    expect(await takePosition(await aPerson('representative'), position)).toEqual(refused('no-organisation'))
    expect(await takePosition(await aRepresentativeOf('Corby'), { ...position, changeId: 999_999 })).toEqual(
      refused('not-found'),
    )
    expect((await findChange(changeId))?.positions).toEqual([])
    expect((await takePosition(await aRepresentativeOf('Corby'), position)).ok).toBe(true)
  })

  test('two people of one body have one position, the later one', async () => {
    const changeId = await anOpenChange(adding('Tunnels'))
    await support(changeId, 'Kettering')
    const second = await aRepresentativeOf('Kettering')
    value(await takePosition(second, { changeId, stance: 'object', reason: 'On second thoughts' }))
    await support(changeId, 'Rugby')

    const change = await findChange(changeId)
    expect(change?.stances).toEqual({ support: 1, object: 1, abstain: 0 })
    expect(change?.positions.map(({ organisation, reason }) => [organisation.name, reason])).toEqual([
      ['Kettering', 'On second thoughts'],
      ['Rugby', 'We call it so too'],
    ])
  })

  test('can be taken on the closing day and not after it, nor after a decision', async () => {
    const viewer = await aRepresentativeOf('Wigan')
    const changeId = await anOpenChange(adding('Canals'))
    const position = { changeId, stance: 'abstain' as const, reason: 'No view' }
    await db.categoryChange.update({ where: { id: changeId }, data: { closesOn: dateOfDay(today()) } })
    expect((await takePosition(viewer, position)).ok).toBe(true)
    await closeYesterday(changeId)
    expect(await takePosition(viewer, position)).toEqual(refused('closed'))

    const applied = await anAppliedChange(adding('Locks'))
    expect(await takePosition(viewer, { ...position, changeId: applied })).toEqual(refused('closed'))
  })
})

describe('deciding', () => {
  test('is for moderators after the closing date, not on their own proposal, and once', async () => {
    const moderator = await aPerson('moderator')
    const own = value(
      await proposeChange(moderator, { proposal: aProposal(adding('Ports')), reason: 'Why', closesOn }),
    )
    const changeId = await anOpenChange(adding('Airports'))
    const decide = (viewer: typeof moderator, id = changeId) =>
      decideChange(viewer, { changeId: id, ...aDecision })

    expect(await decide(await aPerson('representative'))).toEqual(refused('not-allowed'))
    expect(await decide(moderator)).toEqual(refused('too-early'))
    expect(await decide(moderator, 999_999)).toEqual(refused('not-found'))
    await closeYesterday(changeId)
    await closeYesterday(own.id)
    expect(await decide(moderator, own.id)).toEqual(refused('own-proposal'))
    expect((await decide(moderator)).ok).toBe(true)
    expect(await decide(moderator)).toEqual(refused('decided'))
  })

  test('decisions are numbered one after another, and each applied one makes a version', async () => {
    const admin = await aPerson('admin')
    const { version } = await nomenclature()
    const first = await anOpenChange(adding('Trams'))
    const second = await anOpenChange(adding('Cable cars'))
    const one = value(await decideChange(admin, { changeId: first, ...aDecision }))
    const two = value(
      await decideChange(admin, { changeId: second, verdict: 'decline', decision: 'Too few of them' }),
    )
    expect(one.taxonomyVersion).toBe(version + 1)
    expect(two).toEqual({ decisionNumber: one.decisionNumber + 1, taxonomyVersion: null })
    expect((await nomenclature()).version).toBe(version + 1)
    expect(await findChange(second)).toMatchObject({ state: 'declined', decision: 'Too few of them' })
  })

  test('a declined proposal leaves its heading as it was', async () => {
    const changeId = await anOpenChange({ kind: 'rename', code: 'D26', name: 'Money and law' })
    expect(await statusOf('D26')).toBe('under-review')
    await decideChange(await aPerson('admin'), { changeId, verdict: 'decline', decision: 'No' })
    expect((await findHeading('D26'))?.heading).toMatchObject({
      status: 'proposed',
      name: 'Legal, finance, insurance and audit',
    })
  })

  test('a name is agreed when a public body supports it, and who did is kept', async () => {
    const changeId = await anOpenChange({ kind: 'agree', code: 'D10' })
    const admin = await aPerson('admin')
    expect(await decideChange(admin, { changeId, ...aDecision })).toEqual(refused('no-support'))
    await support(changeId, 'Stroud')
    const { decisionNumber } = value(await decideChange(admin, { changeId, ...aDecision }))

    const term = (await nomenclature()).terms.find(({ code }) => code === 'D10')
    expect(term).toMatchObject({ status: 'agreed', lastDecision: { changeId, number: decisionNumber } })
    expect(term?.reviews.map(({ organisation, stance }) => [organisation.name, stance])).toEqual([
      ['Stroud', 'support'],
    ])
    value((await undoChange(admin, { changeId, reason: 'Too soon' })) as never)
    expect(await statusOf('D10')).toBe('proposed')
  })

  test('what was possible when it was proposed is looked at again', async () => {
    const changeId = await anOpenChange({ kind: 'merge', from: ['D20'], into: 'D19' })
    await anAppliedChange({ kind: 'retire', code: 'D19' })
    const admin = await aPerson('admin')
    expect(await decideChange(admin, { changeId, ...aDecision })).toEqual(refused('retired'))
    expect(await findChange(changeId)).toMatchObject({ state: 'open', decisionNumber: null })
  })

  test('choices name pages that the split moves, and headings that it leads to', async () => {
    const { caseStudy } = await aPublishedCaseStudy({ categories: ['D21'] })
    const other = (await aPublishedCaseStudy({ categories: ['D22'] })).caseStudy
    const into = [{ name: 'Uniforms' }, { name: 'Textiles' }]
    const changeId = await anOpenChange({ kind: 'split', code: 'D21', into })
    const admin = await aPerson('admin')
    const decide = (pageId: number, targets: number[]) =>
      decideChange(admin, { changeId, ...aDecision, choices: [{ pageId, targets }] })
    expect(await decide(other.id, [1])).toEqual(refused('unknown-choice'))
    expect(await decide(caseStudy.id, [2])).toEqual(refused('unknown-choice'))
    expect(await decide(caseStudy.id, [])).toEqual(refused('unknown-choice'))
    expect((await decide(caseStudy.id, [1])).ok).toBe(true)
  })
})

describe('undoing', () => {
  const undo = async (changeId: number) => undoChange(await aPerson('admin'), { changeId, reason: 'Back' })

  test('is for moderators and administrators, and of what was applied', async () => {
    const open = await anOpenChange(adding('Piers'))
    const viewer = await aPerson('contributor')
    expect(await undoChange(viewer, { changeId: open, reason: 'Back' })).toEqual(refused('not-allowed'))
    expect(await undo(open)).toEqual(refused('not-applied'))
    expect(await undo(999_999)).toEqual(refused('not-found'))
  })

  test('waits for later changes of the same headings to be undone first, and is recorded', async () => {
    const { version } = await nomenclature()
    const first = await anAppliedChange({ kind: 'merge', from: ['D14'], into: 'D16' })
    const elsewhere = await anAppliedChange({ kind: 'rename', code: 'F8', name: 'Slides and talks' })
    const later = await anAppliedChange({ kind: 'rename', code: 'D16', name: 'Travel' })
    expect(await undo(first)).toMatchObject({ ok: false, reason: 'built-upon', change: { id: later } })
    expect((await undo(later)).ok).toBe(true)
    expect(await undo(first)).toEqual({ ok: true, value: { taxonomyVersion: version + 5 } })
    expect(await findChange(first)).toMatchObject({
      state: 'undone',
      undo: { reason: 'Back', taxonomyVersion: version + 5 },
    })
    expect(await undo(first)).toEqual(refused('not-applied'))
    expect((await findChange(elsewhere))?.state).toBe('applied')
  })

  test('waits when a later heading has the name that would come back', async () => {
    const renaming = await anAppliedChange({ kind: 'rename', code: 'F7', name: 'Lessons' })
    const added = await anAppliedChange({ kind: 'add', parent: 'F', name: 'Training material' })
    expect(await undo(renaming)).toMatchObject({ reason: 'built-upon', change: { id: added } })
  })

  test('of a heading that pages are labelled with since is refused', async () => {
    const change = await anAppliedChange(adding('Lighthouses'))
    const [code = ''] = (await findChange(change))?.codes ?? []
    await aPublishedCaseStudy({ categories: [code] })
    expect(await undo(change)).toEqual(refused('in-use'))
  })

  test('a code is not given again after the heading that had it is gone', async () => {
    const change = await anAppliedChange(adding('Beacons'))
    const [code] = (await findChange(change))?.codes ?? []
    expect((await undo(change)).ok).toBe(true)
    const next = await anAppliedChange(adding('Buoys'))
    expect((await findChange(next))?.codes).not.toEqual([code])
  })
})
