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
  /** What the parts of the body are called ("Context"), and from which of its characters on. */
  bodyParts?: Part[]
  /** The same for the pages, slides or sheets of a file ("page 3"). */
  fileParts?: Part[]
}

export type Part = { name: string; from: number }

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

/** Words that count as a term, one list of equals for each place: [["street"], ["light", "lights"]]. */
export type Way = {
  places: string[][]
  /** They must stand side by side in this order; otherwise all must be there, anywhere. */
  together: boolean
  by: 'typed' | 'synonym' | 'prefix' | 'slip'
}

/** One word or phrase that was asked for, with all that counts as it. */
export type Term = {
  /** As it was typed, for people. */
  typed: string
  /** The first is what was typed, with the words of its family ("lease", "leases", "leasing"). */
  ways: Way[]
  /** In quotes: nothing was added. */
  phrase: boolean
  /** How much it tells: rare words more than common ones. */
  weight: number
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
  /** The state of the index in which its words were looked up. */
  asOf: string
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
  /** Among these ids and no others: which saved searches find a page. */
  only?: string[]
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
