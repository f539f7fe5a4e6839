import 'server-only'
import { emit } from '@/lib/outbox/emit'
import { db, Prisma, type Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { everybodyKnows } from '@/lib/platform/publication/settle'
import { IMPORT_LOAD } from '@/lib/revisions/withheld'
import { ArchiveReader } from './archive-reader'
import { checkArchive } from './check'
import type { Progress } from './export'
import type { Manifest } from './manifest'
import { MEMBERS } from './members'
import { projectImported } from './project-imported'
import { Unusable } from './unusable'
import { writeArchive } from './write-imported'

/** What a reading of the file, or a writing of it, is called while it goes on. */
export type Stages = { checking: Progress; writing: Progress }

const HOURS = 3_600_000
const SILENT: Stages = { checking: () => undefined, writing: () => undefined }
// Seeding asks for this one: what came out of an export is never mixed with starter content.
const STARTER_LOAD = 'starter-content'

/**
 * Fills an empty site with an export, or refuses with a sentence and writes nothing. The whole file is checked first;
 * then everything is written in one transaction. Search follows in the background.
 */
export async function importSite(path: string, stages: Stages = SILENT): Promise<Outcome<Manifest, string>> {
  try {
    await refuseUnlessEmpty(db)
    const archive = await ArchiveReader.open(path)
    try {
      await checkArchive(archive, stages.checking)
      await db.$transaction((tx) => fill(tx, archive, stages.writing), {
        maxWait: 30_000,
        timeout: 24 * HOURS,
      })
      // The tables themselves have published everything.
      await everybodyKnows()
      return done(archive.manifest)
    } finally {
      archive.close()
    }
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    return refused(sentence)
  }
}

async function fill(tx: Tx, archive: ArchiveReader, onProgress: Progress): Promise<void> {
  // Nobody begins a page meanwhile; looked at again, because somebody may have until now.
  await tx.$executeRaw`LOCK TABLE page, organisation, category, law_register, template IN EXCLUSIVE MODE`
  await refuseUnlessEmpty(tx)
  await writeArchive(tx, archive, onProgress)
  await projectImported(tx, onProgress)
  await tx.starterLoad.createMany({
    data: [{ name: IMPORT_LOAD }, { name: STARTER_LOAD }],
    skipDuplicates: true,
  })
  await emit(tx, 'site.imported', {})
}

/** People may have accounts already, such as the first administrator; content of its own a site may not have. */
async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  const own = MEMBERS.filter(({ model }) => model !== 'Person')
  for (const { model } of own) {
    const name = model.charAt(0).toLowerCase() + model.slice(1)
    const table = (tx as unknown as Record<string, { count: () => Promise<number> }>)[name]
    const rows = (await table?.count()) ?? 0
    if (rows > 0) throw new Unusable(NOT_EMPTY)
  }
}

const NOT_EMPTY =
  'This site has content already (the starter content counts), and an import fills an empty one. Set DATA_DIR to a new folder, or DATABASE_URL to a new database, and import before npm start.'

/** What is to be said when the file is at fault, or null. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof Unusable) return error.message
  if (error instanceof Prisma.PrismaClientKnownRequestError && CONTRADICTIONS.test(causeOf(error)))
    return 'Its lines contradict each other: one names another that is not there, or two have the same number.'
  return null
}

// PostgreSQL's classes of errors for values that break a rule of the tables (23) or of a type (22).
const CONTRADICTIONS = /^2[23]/

function causeOf({ meta }: Prisma.PrismaClientKnownRequestError): string {
  const adapter = meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined
  return adapter?.cause?.originalCode ?? ''
}
