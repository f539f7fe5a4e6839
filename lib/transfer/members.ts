import 'server-only'
import type { z } from 'zod'
import { columnOf } from '@/lib/platform/write-rows'
import {
  categoryChangeLine,
  categoryChoiceLine,
  categoryLine,
  categoryPositionLine,
  commentLine,
  confirmationLine,
  fileLine,
  organisationLine,
  pageEventLine,
  pageLine,
  personLine,
  publishedVersionLine,
  relabellingLine,
  revisionLine,
  threadLine,
  wantedClaimLine,
  wantedEventLine,
  wantedLine,
} from './shapes'

/** One member of the file: JSON Lines, one for each row that everybody may read. */
export type Member = {
  name: string
  /** Of the Prisma schema. */
  model: string
  line: z.ZodType<Record<string, unknown>>
  /** Selects the lines' columns in their order, by camel-case names. */
  sql: string
  /** The table whose ids are never given again. */
  numbered?: string
}

const DAYS = ['checkedOn', 'closesOn', 'dueOn']
const LIVE_IN_THE_END = `(WITH RECURSIVE shown(id) AS (SELECT id FROM page WHERE state = 'live'
  UNION SELECT p.id FROM page p JOIN shown s ON p.merged_into = s.id) SELECT id FROM shown)`
const NOT_WITHDRAWN = `(SELECT id FROM page WHERE state <> 'withdrawn')`
const NOT_HIDDEN = `(SELECT id FROM wanted WHERE state <> 'hidden')`

/** In the order in which they can be written: each names only rows of members before it, or of its own. */
export const MEMBERS: Member[] = [
  {
    name: 'categories',
    model: 'Category',
    line: categoryLine,
    sql: from('category', categoryLine, 'ORDER BY code COLLATE "C"'),
  },
  {
    name: 'organisations',
    model: 'Organisation',
    line: organisationLine,
    sql: from('organisation', organisationLine, 'ORDER BY id'),
    numbered: 'organisation',
  },
  {
    name: 'law-register',
    model: 'LawRegister',
    line: publishedVersionLine,
    sql: from('law_register', publishedVersionLine, 'ORDER BY version'),
  },
  {
    name: 'templates',
    model: 'Template',
    line: publishedVersionLine,
    sql: from('template', publishedVersionLine, 'ORDER BY version'),
  },
  { name: 'pages', model: 'Page', line: pageLine, sql: pagesSql(), numbered: 'page' },
  { name: 'revisions', model: 'Revision', line: revisionLine, sql: revisionsSql() },
  {
    name: 'page-events',
    model: 'PageEvent',
    line: pageEventLine,
    sql: from('page_event', pageEventLine, 'ORDER BY id'),
    numbered: 'page_event',
  },
  {
    name: 'threads',
    model: 'Thread',
    line: threadLine,
    sql: from('thread', threadLine, `WHERE page_id IN ${LIVE_IN_THE_END} ORDER BY id`),
    numbered: 'thread',
  },
  { name: 'comments', model: 'Comment', line: commentLine, sql: commentsSql(), numbered: 'comment' },
  {
    name: 'category-changes',
    model: 'CategoryChange',
    line: categoryChangeLine,
    sql: from('category_change', categoryChangeLine, 'ORDER BY id'),
    numbered: 'category_change',
  },
  {
    name: 'category-positions',
    model: 'CategoryPosition',
    line: categoryPositionLine,
    sql: from('category_position', categoryPositionLine, 'ORDER BY change_id, organisation_id'),
  },
  {
    name: 'category-choices',
    model: 'CategoryChoice',
    line: categoryChoiceLine,
    sql: from(
      'category_choice',
      categoryChoiceLine,
      `WHERE page_id IN ${NOT_WITHDRAWN} ORDER BY change_id, page_id, code COLLATE "C"`,
    ),
  },
  {
    name: 'relabellings',
    model: 'Relabelling',
    line: relabellingLine,
    sql: from('relabelling', relabellingLine, `WHERE page_id IN ${NOT_WITHDRAWN} ORDER BY id`),
    numbered: 'relabelling',
  },
  {
    name: 'confirmations',
    model: 'Confirmation',
    line: confirmationLine,
    sql: from('confirmation', confirmationLine, `WHERE page_id IN ${NOT_WITHDRAWN} ORDER BY id`),
    numbered: 'confirmation',
  },
  {
    name: 'files',
    model: 'StoredFile',
    line: fileLine,
    sql: from('stored_file', fileLine, 'WHERE published_at IS NOT NULL ORDER BY id'),
    numbered: 'stored_file',
  },
  {
    name: 'wanted',
    model: 'Wanted',
    line: wantedLine,
    sql: from('wanted', wantedLine, `WHERE id IN ${NOT_HIDDEN} ORDER BY id`),
    numbered: 'wanted',
  },
  {
    name: 'wanted-claims',
    model: 'WantedClaim',
    line: wantedClaimLine,
    sql: from(
      'wanted_claim',
      wantedClaimLine,
      `WHERE wanted_id IN ${NOT_HIDDEN} ORDER BY wanted_id, organisation_id`,
    ),
  },
  {
    name: 'wanted-events',
    model: 'WantedEvent',
    line: wantedEventLine,
    sql: from('wanted_event', wantedEventLine, `WHERE wanted_id IN ${NOT_HIDDEN} ORDER BY id`),
    numbered: 'wanted_event',
  },
  { name: 'people', model: 'Person', line: personLine, sql: peopleSql() },
]

function from(table: string, line: { shape: object }, rest: string): string {
  return `SELECT ${columnsIn(Object.keys(line.shape))} FROM ${table} ${rest}`
}

function columnsIn(names: string[], table = ''): string {
  // A day has no time and no zone: as text it stays the day that it is.
  return names
    .map((name) => `${table}"${columnOf(name)}"${DAYS.includes(name) ? '::text' : ''} AS "${name}"`)
    .join(', ')
}

function pagesSql(): string {
  const { title: _, ...columns } = pageLine.shape
  return `SELECT ${columnsIn(Object.keys(columns), 'p.')}, CASE WHEN p.state = 'withdrawn' THEN
      (SELECT r.content ->> 'title' FROM revision r WHERE r.page_id = p.id AND r.number = p.head_number) END AS title
    FROM page p ORDER BY p.id`
}

function revisionsSql(): string {
  const [shown] = revisionLine.options
  const { content: _, ...columns } = shown.shape
  return `SELECT ${columnsIn(Object.keys(columns), 'r.')}, p.state = 'withdrawn' AS withheld,
      CASE WHEN p.state <> 'withdrawn' THEN r.content END AS content
    FROM revision r JOIN page p ON p.id = r.page_id ORDER BY r.page_id, r.number`
}

function commentsSql(): string {
  const { body: _, ...columns } = commentLine.shape
  return `SELECT ${columnsIn(Object.keys(columns), 'c.')}, CASE WHEN c.removed_at IS NULL THEN c.body ELSE '' END AS body
    FROM comment c JOIN thread t ON t.id = c.thread_id WHERE t.page_id IN ${LIVE_IN_THE_END} ORDER BY c.id`
}

/** The names that stand beside what is exported, and no others. */
function peopleSql(): string {
  const named = [
    `SELECT actor_id FROM revision WHERE page_id IN ${NOT_WITHDRAWN}`,
    'SELECT actor_id FROM page_event',
    `SELECT unnest(ARRAY[actor_id, resolved_by]) FROM thread WHERE page_id IN ${LIVE_IN_THE_END}`,
    `SELECT c.actor_id FROM comment c JOIN thread t ON t.id = c.thread_id WHERE t.page_id IN ${LIVE_IN_THE_END}`,
    'SELECT actor_id FROM law_register',
    'SELECT actor_id FROM template',
    'SELECT unnest(ARRAY[proposed_by, decided_by, undone_by]) FROM category_change',
    'SELECT actor_id FROM category_position',
    `SELECT actor_id FROM wanted WHERE id IN ${NOT_HIDDEN}`,
    `SELECT actor_id FROM wanted_claim WHERE wanted_id IN ${NOT_HIDDEN}`,
    `SELECT actor_id FROM wanted_event WHERE wanted_id IN ${NOT_HIDDEN}`,
  ]
  return `SELECT actor_id AS "actorId", name, demonstration FROM person
    WHERE actor_id IN (${named.join(' UNION ')}) ORDER BY actor_id`
}
