import type { Tx } from '@/lib/platform/db'

type Row = Record<string, unknown>
type Args = { data?: Row | Row[]; where?: Row; create?: Row }

/** What the steps of a save would have written, by model, in the order of the first write to each. */
export type Notebook = { tx: Tx; rows: Map<string, Row[]>; note: (model: string, row: Row) => Row }

/**
 * A transaction that only takes notes, so that the project's own steps (createPage, appendRevision,
 * projectCaseStudy) decide what is written and the writing itself can be done for hundreds of pages at once.
 * It knows the calls that these steps make on pages that do not exist yet, and throws on any other.
 */
export function openNotebook({
  nextPageId,
  organisationIds,
}: {
  nextPageId: () => number
  organisationIds: Map<string, number>
}): Notebook {
  const rows = new Map<string, Row[]>()
  const pages = new Map<unknown, Row>()
  const note = (model: string, row: Row) => {
    const known = rows.get(model)
    if (known) known.push(row)
    else rows.set(model, [row])
    return row
  }
  const calls = (model: string): Record<string, (args: Args) => unknown> => ({
    create: ({ data }) => {
      const row = note(model, model === 'page' ? { id: nextPageId(), ...(data as Row) } : (data as Row))
      if (model === 'page') pages.set(row.id, row)
      return row
    },
    createMany: ({ data }) => [data as Row[]].flat().map((row) => note(model, row)),
    upsert: ({ create }) => note(model, create as Row),
    update: ({ where, data }) => Object.assign(pages.get(where?.id) as Row, data),
    // A page that does not exist yet has nothing to delete.
    deleteMany: () => ({ count: 0 }),
    findUnique: ({ where }) => {
      if (model !== 'organisation') throw new Error(`The notebook cannot look up ${model}.`)
      const id = organisationIds.get(String(where?.name))
      return id === undefined ? null : { id }
    },
  })
  const tx = new Proxy({}, { get: (_target, model) => asynchronous(String(model), calls(String(model))) })
  return { tx: tx as Tx, rows, note }
}

function asynchronous(model: string, calls: Record<string, (args: Args) => unknown>) {
  return new Proxy(calls, {
    get: (known, name) => {
      const call = known[String(name)]
      if (!call) throw new Error(`The notebook does not know ${model}.${String(name)}.`)
      return async (args: Args) => call(args)
    },
  })
}
