import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { EVIDENCE } from '@/lib/case-studies/vocabulary'
import { SHORT_LABELS } from '@/lib/legal/vocabulary'
import { TYPES } from '@/lib/organisations/vocabulary'
import { env } from '@/lib/platform/env'
import { search } from './find'
import { csvMax } from './limits'
import { foundPath } from './paths'
import type { Hit } from './rows'
import type { SearchState } from './state'
import { KINDS } from './vocabulary'

const COLUMNS = [
  'Type',
  'Title',
  'Organisation',
  'Region',
  'When',
  'Headings',
  'Law',
  'Approval',
  'Evidence',
  'Result',
  'Text',
  'Found in',
  'Has all words',
  'Changed on',
  'Address',
] as const
type Cells = Partial<Record<(typeof COLUMNS)[number], string>>

/**
 * The first 1,000 results as a table, in the order and with the permissions of the page: UTF-8 with a byte order mark,
 * days as 2026-11-22, and no cell that a spreadsheet would take for a formula.
 */
export async function resultsCsv(state: SearchState, acl: readonly string[]): Promise<string> {
  const found = await search({ ...state, page: 1, perPage: csvMax }, acl)
  return csvOf(found.hits.map((hit) => cellsOf(hit, !found.relaxed)))
}

/** Rows under the names of their columns. */
export function csvOf(rows: Cells[]): string {
  return stringify(rows, {
    columns: [...COLUMNS],
    header: true,
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // A single line feed ends a row for most spreadsheets too.
    quoted_match: /[\r\n]/,
  })
}

/** "cupboard-search-school-meals-2026-11-22.csv" */
export function csvName({ words }: SearchState, day: string): string {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
  return ['cupboard-search', plain, day].filter(Boolean).join('-').concat('.csv')
}

function cellsOf(hit: Hit, all: boolean): Cells {
  return {
    Type: KINDS[hit.kind],
    Text: hit.snippet.map(({ text }) => text).join(''),
    'Found in': hit.where,
    'Has all words': all ? 'yes' : 'no',
    Address: `${env.siteUrl}${foundPath(hit)}`,
    ...ownCells(hit),
  }
}

function ownCells(hit: Hit): Cells {
  switch (hit.kind) {
    case 'case_study':
      return caseStudyCells(hit.row)
    case 'story':
      return {
        Title: hit.row.title,
        Organisation: hit.row.organisation,
        Region: hit.row.regions.join('; '),
        When: hit.row.period,
      }
    case 'document':
      return { Title: hit.row.title, Organisation: hit.row.page.title }
    case 'organisation':
      return {
        Title: hit.row.name,
        Region: hit.row.region,
        Headings: TYPES[hit.row.type as keyof typeof TYPES] ?? '',
      }
    case 'person': {
      const { name, organisation, region } = hit.row
      return { Title: name, Organisation: organisation, Region: region }
    }
    case 'category':
      return { Title: hit.row.name }
    default:
      return { Title: hit.row.title }
  }
}

function caseStudyCells(row: Extract<Hit, { kind: 'case_study' }>['row']): Cells {
  const { title, organisation, regions, dateNote, labels, law, legal, evidence, headline, changedAt } = row
  const figures = headline ? [headline.before, headline.after].filter(Boolean).join(' to ') : ''
  return {
    Title: title,
    Organisation: organisation.name,
    Region: regions.join('; '),
    When: dateNote,
    Headings: labels.map(({ name }) => name).join('; '),
    Law: SHORT_LABELS[law.label],
    Approval: legal,
    Evidence: EVIDENCE[evidence].name,
    Result: headline ? `${headline.measure}: ${figures}` : '',
    'Changed on': changedAt.slice(0, 10),
  }
}
