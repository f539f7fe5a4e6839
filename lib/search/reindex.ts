import 'server-only'
import { db } from '@/lib/platform/db'
import { organisationDocument } from './documents/organisation'
import { pageDocuments } from './documents/pages'
import { forgetDocuments, keepDocuments, writeIndex } from './keep'

const atOnce = 50

/** Writes what search keeps of a page from its current version. May run twice or late. */
export async function reindexPage({ pageId }: { pageId: number }): Promise<void> {
  await reindexPages([pageId])
}

/** The same for many pages, a part at a time. */
export async function reindexPages(pageIds: number[]): Promise<void> {
  for (let done = 0; done < pageIds.length; done += atOnce)
    await writeIndex(pageIds.slice(done, done + atOnce), async (tx, live) =>
      keepDocuments(tx, await pageDocuments(tx, live)),
    )
}

/** Writes anew every case study that answers a field of the template: the words of its options may be others now. */
export async function reindexAnswered(): Promise<void> {
  const pages = await db.$queryRaw<{ id: number }[]>`
    SELECT page_id AS id FROM case_study WHERE extra <> '{}' ORDER BY page_id`
  await reindexPages(pages.map(({ id }) => id))
}

/** Writes the whole directory of organisations, and takes out what is no longer in it. */
export async function reindexOrganisations(): Promise<void> {
  await writeIndex([], async (tx) => {
    const rows = await tx.organisation.findMany({ include: { _count: { select: { caseStudies: true } } } })
    const documents = rows.map(({ _count, ...row }) =>
      organisationDocument({ ...row, caseStudies: _count.caseStudies }),
    )
    const kept = documents.map(({ id }) => id)
    const gone = await tx.searchDocument.findMany({
      where: { kind: 'organisation', id: { notIn: kept } },
      select: { id: true },
    })
    await forgetDocuments(
      tx,
      gone.map(({ id }) => id),
    )
    await keepDocuments(tx, documents)
  })
}
