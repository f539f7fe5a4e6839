import 'server-only'
import type { Kind, SearchFacet, Sort } from './vocabulary'

/** The words of one thing by field, in order of worth. */
export type Texts = {
  title: string
  /** Other names, and what capital letters stand for. */
  aliases: string
  /** Names of headings, barriers, stages, kinds of law: by them it is found, they are no words of its text. */
  labels: string
  organisation: string
  summary: string
  /** Names of people and places that it mentions in fields of their own. */
  people: string
  body: string
  fileName: string
  fileText: string
}

/** One thing that can be found, as it is built from the tables that hold it. */
export type SearchDocument = {
  /** Kind and reference: "case-12", "file-12-5". Letters, digits, "-" and "_". */
  id: string
  kind: Kind
  ref: string
  pageId: number | null
  texts: Texts
  /** By facet the values that it is counted under. */
  facets: Partial<Record<SearchFacet, string[]>>
  /** Who may see it: "public", "members", "org:12", "user:…". */
  acl: string[]
  year: number | null
  /** 0 to 100: between equals the better made comes first. */
  quality: number
  favourites: number
  publishedAt: Date | null
  updatedAt: Date | null
}

/** "Or" within a facet, "and" between facets; headings of two sections narrow one another, and so do values of `has`. */
export type SearchFilter = Partial<Record<SearchFacet, string[]>>

/** One word or phrase that was asked for, with all that counts as it. */
export type Term = {
  /** As it was typed, for people. */
  typed: string
  /** Each a row of words that stand side by side; the first is what was typed. */
  ways: { words: string[]; by: 'typed' | 'family' | 'synonym' | 'prefix' | 'slip' }[]
  /** Words must stand as they are: nothing was added. */
  exact: boolean
}

/** What is looked for: made once, the same for every engine. */
export type Plan = {
  /** As typed, tidied. */
  typed: string
  terms: Term[]
  /** Rows of words that must not be there. */
  without: string[][]
  /** Words beyond the tenth were left out. */
  truncated: boolean
  /** What was typed and is not known, with what it was taken for. */
  taken: { typed: string; as: string }[]
}

export type Ask = {
  plan: Plan
  /** All terms, or any of them, rare ones first. */
  match: 'all' | 'any'
  filter: SearchFilter
  sort: Sort
  page: number
  perPage: number
  acl: string[]
}

export type Counts = Partial<Record<SearchFacet, Record<string, number>>>

/** Ids only: what is shown is read from the tables that hold it. */
export type Found = {
  ids: string[]
  /** Up to `totalMax`. */
  total: number
  more: boolean
  counts: Counts
  years: { first: number; last: number } | null
}
