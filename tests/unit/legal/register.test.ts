import { describe, expect, test } from 'vitest'
import { changedLaws, type Law, readRegister, register } from '@/lib/legal/register'
import { LAW_KINDS, REGIMES } from '@/lib/legal/vocabulary'
import { readYaml } from '@/prisma/starter-files'

const starter = register.parse(await readYaml('laws.yaml'))

/** The problems of the starter register with one law changed. */
function problemsWith(code: string, changes: Partial<Record<keyof Law, unknown>>) {
  const laws = starter.laws.map((law) => (law.code === code ? { ...law, ...changes } : law))
  const read = readRegister({ laws })
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`)
}

describe('the register that a site begins with', () => {
  test('holds every law that a case study may name, and says of each what it is', () => {
    const names = new Map(starter.laws.map(({ code, name }) => [code, name]))
    for (const [code, { name }] of Object.entries(REGIMES))
      if (code !== 'UNK') expect(names.get(code)).toBe(name)
    for (const { name, note, kind } of starter.laws) {
      expect(note.length, name).toBeGreaterThan(10)
      expect(Object.keys(LAW_KINDS)).toContain(kind)
    }
  })

  test('reads itself back unchanged', () => {
    expect(register.parse(JSON.parse(JSON.stringify(starter)))).toEqual(starter)
  })
})

describe('what is refused', () => {
  test.each<[string, Partial<Record<keyof Law, unknown>>, string]>([
    ['PCR2015', { successors: ['PA2099'] }, 'No law in the register has the code PA2099'],
    ['PA2023', { successors: ['PCR2015'] }, 'PA2023 would follow itself'],
    ['PA2023', { successors: ['PA2023'] }, 'PA2023 would follow itself'],
    ['PA2023', { to: '2024-12-31' }, 'must come after the day on which it begins'],
    ['PA2023', { to: '2025-02-24' }, 'must come after the day on which it begins'],
    ['SVA2012', { code: 'PA2023' }, 'PA2023 is in the register twice'],
    ['PCR2006', { code: 'PCR2007' }, 'so they must stay in the register: PCR2006'],
    ['PA2023', { code: 'the act' }, 'The code must be capital letters and digits'],
    ['PA2023', { code: '' }, 'Give the law a short code'],
    ['PA2023', { name: '' }, 'Give the law’s name'],
    ['PA2023', { from: 'soon' }, 'must be a year, a month or a day'],
    ['PA2023', { kind: 'rule' }, 'Choose what kind of law it is'],
    ['PA2023', { nations: ['Cornwall'] }, 'Choose nations from the list'],
    ['PA2023', { bodyTypes: ['guild'] }, 'Choose types of body from the list'],
    ['PA2023', { url: 'legislation' }, 'must be a full web address'],
  ])('%s with %j: %s', (code, changes, words) => {
    const index = starter.laws.findIndex((law) => law.code === code)
    const problems = problemsWith(code, changes)
    expect(problems.some((problem) => problem.includes(words))).toBe(true)
    expect(
      problems.some((problem) => problem.startsWith(`laws.${index}.`) || problem.startsWith('laws:')),
    ).toBe(true)
  })

  test('what is no register at all', () => {
    expect(readRegister('laws').ok).toBe(false)
    expect(readRegister({}).ok).toBe(false)
    expect(readRegister(starter).ok).toBe(true)
  })

  test('a law may end on a day that is not recorded', () => {
    expect(problemsWith('PA2023', { to: '2027' })).toEqual([])
    expect(problemsWith('PCR2015', { from: '2015', to: '' })).toEqual([])
  })
})

test('what changed is told by code, added and dropped laws included', () => {
  const laws = starter.laws
    .filter(({ code }) => code !== 'NPPS2025')
    .map((law) => (law.code === 'PA2023' ? { ...law, note: 'Other words.' } : law))
  const added = { ...(starter.laws[0] as Law), code: 'PA2099' }
  expect(changedLaws(starter, { laws: [...laws, added] }).sort()).toEqual(['NPPS2025', 'PA2023', 'PA2099'])
  expect(changedLaws(starter, starter)).toEqual([])
})
