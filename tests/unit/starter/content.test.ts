import { describe, expect, test } from 'vitest'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { REGIONS, TYPES } from '@/lib/organisations/vocabulary'
import { storyContent } from '@/lib/stories/schema'
import {
  readHeadings,
  readStarterFiles,
  readYaml,
  type StarterFile,
  type StarterOrganisation,
} from '@/prisma/starter-files'

const cases = await readStarterFiles('case-studies')
const stories = await readStarterFiles('stories')
const { sections, categories } = await readHeadings()
const organisations = await readYaml<StarterOrganisation[]>('organisations.yaml')

const codeOf = ({ facts }: StarterFile) => facts.code
const everyFile = [...cases, ...stories].map((file) => [codeOf(file), file] as const)
const headingCodes = new Set(categories.map(({ code }) => code))
const organisationNames = new Set(organisations.map(({ name }) => name))

test('there are 38 case studies and 3 change stories, each with its own code', () => {
  expect(cases.map(codeOf)).toEqual(
    Array.from({ length: 38 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`),
  )
  expect(stories.map(codeOf)).toEqual(['ST1', 'ST2', 'ST3'])
})

describe.each(cases.map((file) => [codeOf(file), file] as const))('case study %s', (_, { facts, parts }) => {
  const read = caseStudyContent.safeParse({
    ...facts,
    context: parts.Context ?? '',
    action: parts.Action ?? '',
    impact: parts.Impact ?? '',
    happenedNext: parts['What happened next'] ?? '',
  })

  test('is what the form would take, and no part is lost', () => {
    expect(read.error?.issues ?? []).toEqual([])
    const known = ['Context', 'Action', 'Impact', 'What happened next']
    expect(Object.keys(parts).filter((part) => !known.includes(part))).toEqual([])
    expect(Object.keys(facts).filter((name) => name !== 'code' && !(name in (read.data ?? {})))).toEqual([])
  })

  test('every figure has a source that is there', () => {
    const numbers = new Set(read.data?.resources.map(({ number }) => number))
    for (const { source } of read.data?.results ?? [])
      if (/^[\d, ]+$/.test(source))
        for (const number of source.split(',')) expect(numbers).toContain(Number(number))
  })

  test('names an organisation of the directory, or none', () => {
    expect(['', ...organisationNames]).toContain(facts.organisation)
  })

  test('names nobody as its contact', () => {
    expect(read.data?.contact).toBeNull()
  })
})

describe.each(stories.map((file) => [codeOf(file), file] as const))('story %s', (_, { facts, parts }) => {
  const stages = facts.stages as { title: string; cases: string[] }[]
  const known = new Set(cases.map(codeOf))

  test('is what the form would take, and every stage has its text', () => {
    const read = storyContent.safeParse({
      ...facts,
      stages: stages.map((stage) => ({ ...stage, text: parts[stage.title] ?? '' })),
    })
    expect(read.error?.issues ?? []).toEqual([])
    expect(Object.keys(parts)).toEqual(stages.map(({ title }) => title))
  })

  test('rests on case studies that are there', () => {
    expect(stages.flatMap((stage) => stage.cases).filter((code) => !known.has(code))).toEqual([])
    expect(stages.flatMap((stage) => stage.cases)).not.toEqual([])
  })
})

describe.each(everyFile)('%s', (_, file) => {
  const text = JSON.stringify(file)
  const resources = file.facts.resources as { number: number; url: string }[]

  test('every reference to a source has its source, and numbers are not used twice', () => {
    const numbers = resources.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const [, shown, linked] of text.matchAll(/\[(\d+)\]\(#source-(\d+)\)/g)) {
      expect(shown).toBe(linked)
      expect(numbers).toContain(Number(linked))
    }
    expect(text.match(/#source-(?!\d+\))/g)).toBeNull()
  })

  test('every address is http or https', () => {
    for (const { url } of resources) expect(new URL(url).protocol).toMatch(/^https?:$/)
    for (const [, href] of text.matchAll(/\]\(([^)]+)\)/g)) expect(href).toMatch(/^(https?:\/\/|#source-\d)/)
  })

  test('only headings of the contents tree are ticked', () => {
    expect((file.facts.categories as string[]).filter((code) => !headingCodes.has(code))).toEqual([])
  })

  test('holds no e-mail address and no telephone number', () => {
    const withoutAddresses = text.replace(/https?:\/\/[^\s"\\)]+/g, '')
    expect(withoutAddresses.match(/[\w.+-]+@[\w-]+\.\w+/g)).toBeNull()
    expect(withoutAddresses.match(/(?:\+44|\b0)\s?\(?\d{2,5}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b/g)).toBeNull()
  })
})

describe('the contents tree', () => {
  test('has six sections and 31 contract areas, and every heading hangs below its parent', () => {
    expect(sections.map(({ letter }) => letter).join('')).toBe('ABCDEF')
    expect(categories.filter(({ code }) => /^D\d\d$/.test(code))).toHaveLength(31)
    for (const { code, parent } of categories)
      expect(code.includes('.') ? code.split('.')[0] : code.charAt(0)).toBe(parent)
    for (const { parent } of categories)
      expect([...headingCodes, ...sections.map(({ letter }) => letter)]).toContain(parent)
  })

  test('codes and addresses are used once, and CPV divisions have two digits', () => {
    const slugs = [...sections, ...categories].map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(headingCodes.size).toBe(categories.length)
    for (const { cpv } of categories) for (const division of cpv) expect(division).toMatch(/^\d\d$/)
  })
})

describe('the organisations', () => {
  test('are about 390, each once, of a known type and region', () => {
    expect(organisations.length).toBeGreaterThan(350)
    expect(organisationNames.size).toBe(organisations.length)
    for (const { type, region } of organisations) {
      expect(Object.keys(TYPES)).toContain(type)
      expect(REGIONS).toContain(region)
    }
  })

  test('a domain belongs to one body, and reads like a domain', () => {
    const domains = organisations.flatMap(({ webDomains }) => webDomains)
    expect(domains.filter((domain) => !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(domain))).toEqual([])
    expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([])
  })
})
