/** Content as a revision holds it. */
export type Json = string | number | boolean | null | Json[] | JsonObject
export type JsonObject = { [name: string]: Json }

/**
 * How one part of a page's content is merged: a value whole, prose by paragraph and word, a list by its entries, rows by
 * row and cell, a group by its fields, an open group by whatever its values are.
 */
export type Shape = { label: string; words?: (value: string) => string } & (
  | { kind: 'value' }
  | { kind: 'prose' }
  | { kind: 'list' }
  | { kind: 'group'; fields: Record<string, Shape> }
  /** Its entries by name where they are known; their own labels are what they are called. */
  | { kind: 'open'; fields?: Record<string, Shape> }
  | RowsShape
)
export type RowsShape = {
  kind: 'rows'
  label: string
  /** Tells which row of one version a row of another is. */
  key: (row: JsonObject) => string
  /** What a row is called where it has to be named. */
  title: (row: JsonObject) => string
  cells: Record<string, Shape>
  /** A cell that numbers the rows: given anew to a row that would share its number with another. */
  number?: string
}
