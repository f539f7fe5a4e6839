import 'server-only'
import { PREPARED, type Tx } from './db'

export type Row = Record<string, unknown>
/**
 * Rows for one table, their names as in the schema. insert: they are new. update: they exist. upsert: either. replace:
 * an upsert that also removes what else the owner has.
 */
export type Write = {
  table: string
  rows: Row[]
  mode: 'insert' | 'update' | 'upsert' | 'replace'
  key: readonly string[]
  owner?: { column: string; id: number }
  /** Columns that an existing row keeps. */
  kept?: readonly string[]
}

/** Another statement to run with the writes: what it is called with, and its text with these placeholders. */
export type Statement = { values: string[]; text: (placeholders: string[]) => string }

/**
 * Writes rows of several tables, and does what `also` says, in one statement: a save is a handful of round trips,
 * however much it holds.
 */
export async function writeRows(tx: Tx, writes: Write[], also?: Statement): Promise<void> {
  const steps: string[] = []
  const values: string[] = []
  const parameter = (value: string) => `$${values.push(value)}`
  for (const write of writes) {
    const rows = parameter(JSON.stringify(write.rows.map(renamed)))
    if (write.rows.length > 0) steps.push(statementOf(write, rows))
    if (write.mode === 'replace') steps.push(removalOf(write, rows, parameter))
  }
  // Never but at the end: a step before it that only selects, and that nobody reads, is not run.
  if (also) steps.push(also.text(also.values.map(parameter)))
  if (steps.length === 0) return
  const [last, ...others] = steps.reverse()
  const before = others.map((step, index) => `step${index} AS (${step})`).join(', ')
  await tx.$executeRawUnsafe(`${PREPARED} ${before ? `WITH ${before} ` : ''}${last}`, ...values)
}

// Names of tables and columns come from our own code alone; everything else is a parameter.
function statementOf({ table, rows, mode, key, kept = [] }: Write, parameter: string): string {
  const columns = Object.keys(rows[0] as Row).map(columnOf)
  const list = columns.map(quoted).join(', ')
  const source = recordset(table, parameter)
  const changed = columns.filter((column) => ![...key, ...kept].map(columnOf).includes(column))
  if (mode === 'update') {
    const set = changed.map((column) => `${quoted(column)} = source.${quoted(column)}`).join(', ')
    return `UPDATE ${quoted(table)} target SET ${set} FROM ${source} source WHERE ${sameKey(key)}`
  }
  const insert = `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM ${source}`
  if (mode === 'insert') return insert
  const set = changed.map((column) => `${quoted(column)} = EXCLUDED.${quoted(column)}`).join(', ')
  const conflict = key.map(columnOf).map(quoted).join(', ')
  return `${insert} ON CONFLICT (${conflict}) DO ${set ? `UPDATE SET ${set}` : 'NOTHING'}`
}

function removalOf({ table, key, owner }: Write, rows: string, parameter: (value: string) => string): string {
  if (!owner) throw new Error(`Say whose rows of ${table} are replaced.`)
  const kept = `SELECT FROM ${recordset(table, rows)} source WHERE ${sameKey(key)}`
  const owned = `${quoted(columnOf(owner.column))} = ${parameter(String(owner.id))}::int`
  return `DELETE FROM ${quoted(table)} target WHERE ${owned} AND NOT EXISTS (${kept})`
}

function recordset(table: string, parameter: string): string {
  return `jsonb_populate_recordset(NULL::${quoted(table)}, ${parameter}::jsonb)`
}

function sameKey(key: readonly string[]): string {
  return key
    .map(columnOf)
    .map((column) => `target.${quoted(column)} = source.${quoted(column)}`)
    .join(' AND ')
}

function renamed(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value]))
}

/** Every name in the schema is mapped so: "headNumber" is head_number. */
export function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function quoted(name: string): string {
  return `"${name}"`
}
