import 'server-only'
import { approvalName, regimeName } from '@/lib/legal/label'
import { CHALLENGES, DOCUMENT_ACCESS, PROCEDURES, REUSE, REVIEWS, VALUE_BANDS } from '@/lib/legal/vocabulary'
import type { JsonObject, RowsShape, Shape } from '@/lib/revisions/shape'
import type { TemplateField } from '@/lib/templates/schema'
import { wordsOf } from '@/lib/templates/show'
import {
  BARRIERS,
  CERTAINTIES,
  CONTRACT_STAGES,
  EVIDENCE,
  FORMATS,
  HOMES,
  RESOURCE_KINDS,
  STATES,
} from './vocabulary'

const value = (label: string, words?: (key: string) => string): Shape => ({ kind: 'value', label, words })
const prose = (label: string): Shape => ({ kind: 'prose', label })
const list = (label: string, words?: (key: string) => string): Shape => ({ kind: 'list', label, words })
const oneOf = (words: Record<string, string>) => (key: string) => words[key] ?? key
const textOf = (row: JsonObject, name: string) => String(row[name] ?? '')

export const RESOURCES: RowsShape = {
  kind: 'rows',
  label: 'Documents and links',
  key: (row) => textOf(row, 'number'),
  title: (row) => textOf(row, 'title'),
  number: 'number',
  cells: {
    number: value('Number'),
    kind: value('Kind', oneOf(RESOURCE_KINDS)),
    title: value('Title'),
    url: value('Link'),
    publisher: value('Publisher'),
    date: value('Date'),
    format: value('Format', oneOf(FORMATS)),
    seenOn: value('Last seen'),
    broken: value('Link broken', (flag) => flag || 'No'),
    note: value('Note'),
  },
}

const results: RowsShape = {
  kind: 'rows',
  label: 'Results in figures',
  key: (row) => textOf(row, 'measure'),
  title: (row) => textOf(row, 'measure'),
  cells: {
    measure: value('What'),
    before: value('Before'),
    after: value('After'),
    unit: value('Unit'),
    period: value('Period'),
    measuredBy: value('Measured by'),
    source: value('Source'),
    certainty: value('How sure', oneOf(CERTAINTIES)),
  },
}

const approvals: RowsShape = {
  kind: 'rows',
  label: 'Approvals',
  key: (row) => `${textOf(row, 'kind')} ${textOf(row, 'body')}`,
  title: (row) => approvalName(textOf(row, 'kind')),
  cells: {
    kind: value('Kind', approvalName),
    body: value('By'),
    capacity: value('In what capacity'),
    date: value('Date'),
    scope: value('Scope'),
    conditions: value('Conditions'),
    documentUrl: value('Document'),
    access: value('Who may see the document', oneOf(DOCUMENT_ACCESS)),
  },
}

const legalStatus: Shape = {
  kind: 'group',
  label: 'Legal status',
  fields: {
    nation: value('Nation', String),
    regime: value('Law', regimeName),
    commencedOn: value('Procurement began'),
    awardedOn: value('Awarded'),
    endsOn: value('Ends'),
    valueBand: value('Value then', oneOf(VALUE_BANDS)),
    procedure: value('Procedure', oneOf(PROCEDURES)),
    subjectLink: value('Link to the subject of the contract'),
    legalPoint: prose('Legal point'),
    approvals,
    challenge: {
      kind: 'group',
      label: 'Challenge',
      fields: { state: value('State', oneOf(CHALLENGES)), date: value('Date'), source: value('Source') },
    },
    noticeReferences: value('Notices'),
    reuse: value('Usable under the law now', oneOf(REUSE)),
    reviewed: {
      kind: 'group',
      label: 'Reviewer’s view',
      fields: { view: value('View', oneOf(REVIEWS)), by: value('By'), date: value('Date') },
    },
  },
}

const contact: Shape = {
  kind: 'group',
  label: 'Contact',
  fields: {
    name: value('Name'),
    organisation: value('Organisation'),
    email: value('E-mail'),
    phone: value('Telephone'),
    byForm: value('Address hidden', (flag) => flag || 'No'),
  },
}

/** The same with the names and kinds of the template's own fields. */
export function shapeOn(fields: TemplateField[]): Record<string, Shape> {
  const shapes = fields.map((field) => [field.key, shapeOfField(field)])
  return {
    ...CASE_STUDY_SHAPE,
    extra: { kind: 'open', label: 'More fields', fields: Object.fromEntries(shapes) },
  }
}

function shapeOfField(field: TemplateField): Shape {
  const { label, type } = field
  if (type === 'long') return prose(label)
  const words = (answer: string) => wordsOf(field, answer)
  if (type === 'many-of') return list(label, words)
  return type === 'one-of' || type === 'yes-no' ? value(label, words) : value(label)
}

/** How the content of a case study is merged, field by field in reading order. */
export const CASE_STUDY_SHAPE: Record<string, Shape> = {
  title: value('Title'),
  summary: prose('Summary'),
  home: value('Where it lives', oneOf(HOMES)),
  organisation: value('Organisation'),
  partners: value('Partners'),
  regions: list('Regions'),
  startedOn: value('Started'),
  endedOn: value('Ended'),
  dateNote: value('When'),
  state: value('Now', oneOf(STATES)),
  stateAsOf: value('As of'),
  contractValue: value('Contract value'),
  evidence: value('Evidence', (key) => EVIDENCE[key as keyof typeof EVIDENCE]?.name ?? key),
  checkedOn: value('Checked'),
  context: prose('Context'),
  action: prose('Action'),
  impact: prose('Impact'),
  results,
  legalStatus,
  happenedNext: prose('What happened next'),
  gaps: list('What we don’t know'),
  resources: RESOURCES,
  barriers: list('Barriers overcome', (key) => BARRIERS[key as keyof typeof BARRIERS]?.name ?? key),
  contractStages: list('Stages of the contract', oneOf(CONTRACT_STAGES)),
  template: value('Version of the template'),
  extra: { kind: 'open', label: 'More fields' },
  categories: list('Labels'),
  contact,
}
