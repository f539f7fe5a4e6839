import { FACET_NAMES, FACET_WORDS, type FacetValueNames } from '@/lib/search/label'
import type { Counts, SearchFilter } from '@/lib/search/schema'
import type { SearchFacet } from '@/lib/search/vocabulary'
import type { Heading } from '@/lib/taxonomy/queries'
import type { FilterOption } from '../ui/filter-group'

export type Group = { key: string; name: SearchFacet; legend: string; options: FilterOption[]; open: boolean }
type Asked = { filter: SearchFilter; counts: Counts; headings: Heading[]; names: FacetValueNames }

const BEFORE_HEADINGS = ['kind'] as const
const AFTER_CONTRACTS = [
  'region',
  'type',
  'year',
  'has',
  'evidence',
  'state',
  'nation',
  'law',
  'standing',
  'approval',
  'challenge',
  'value',
  'stage',
  'barrier',
  'organisation',
] as const
const CONTRACTS = 'D'

/** The groups of tick boxes beside a list: only what can be found is offered, and what is chosen stays. */
export function groupsOf(asked: Asked): Group[] {
  const { headings } = asked
  const sections = headings.filter(({ parentCode }) => parentCode === null)
  const bySection = (which: (code: string) => boolean) =>
    sections.filter(({ code }) => which(code)).map((section) => headingGroup(section, asked))
  return [
    ...BEFORE_HEADINGS.map((name) => ({ ...facetGroup(name, asked), open: true })),
    ...bySection((code) => code === CONTRACTS),
    ...AFTER_CONTRACTS.map((name) => facetGroup(name, asked)),
    ...bySection((code) => code !== CONTRACTS),
  ].filter(({ options }) => options.length > 0)
}

type Plain = (typeof BEFORE_HEADINGS)[number] | (typeof AFTER_CONTRACTS)[number]

function facetGroup(name: Plain, asked: Asked): Group {
  const options = optionsOf(wordsOf(name, asked), name, asked)
  return { key: name, name, legend: FACET_NAMES[name], options, open: false }
}

function wordsOf(name: Plain, { counts, filter, names }: Asked): [string, string][] {
  const found = Object.keys(counts[name] ?? {})
  if (name === 'year')
    return [...new Set([...found, ...(filter.year ?? [])])]
      .sort((a, b) => Number(b) - Number(a))
      .map((year) => [year, year])
  if (name === 'organisation')
    return [...names.organisation]
      .filter(([id]) => found.includes(id) || filter.organisation?.includes(id))
      .sort(
        ([a, nameOfA], [b, nameOfB]) =>
          (counts.organisation?.[b] ?? 0) - (counts.organisation?.[a] ?? 0) || nameOfA.localeCompare(nameOfB),
      )
  return Object.entries(FACET_WORDS[name])
}

/** The headings of one section: those of two sections narrow one another, so each section is a group. */
function headingGroup(section: Heading, asked: Asked): Group {
  const within = asked.headings.filter(({ code }) => code.startsWith(section.code) && code !== section.code)
  const top = new Set(within.filter(({ parentCode }) => parentCode === section.code).map(({ code }) => code))
  const words = within.map(({ code, name }): [string, string] => [code, name])
  const chosen = asked.filter.category?.includes(section.code)
  const whole: [string, string][] = chosen ? [[section.code, `All of ${section.name}`]] : []
  const options = optionsOf([...whole, ...words], 'category', asked).map((option) => {
    return { ...option, inner: option.value !== section.code && !top.has(option.value) }
  })
  const legend = section.code === CONTRACTS ? FACET_NAMES.category : section.name
  return { key: section.code, name: 'category', legend, options, open: false }
}

function optionsOf(words: [string, string][], name: SearchFacet, { counts, filter }: Asked): FilterOption[] {
  return words
    .map(([value, label]) => {
      const checked = filter[name]?.includes(value) ?? false
      return { value, label, count: counts[name]?.[value] ?? 0, checked }
    })
    .filter(({ count, checked }) => count > 0 || checked)
}
