import 'server-only'
import { versionPath } from '@/lib/case-studies/paths'
import { pool } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { authorsOf, FORMER } from '@/lib/users/names'
import type { RevisionSummaryAnswer } from './answers'
import { placeOf } from './content'
import type { VersionFacts } from './snapshot'

type Version = VersionFacts & { number: number; createdAt: Date }
type Addressed = { id: number; slug: string }
type Paging = { page: number; perPage: number }

/** The versions of a case study, the newest first. */
export async function listVersions(
  address: Addressed,
  { page, perPage }: Paging,
): Promise<RevisionSummaryAnswer[]> {
  const { rows } = await pool().query<Version>({
    name: 'api-versions',
    text: `SELECT number, created_at AS "createdAt", note, minor, actor_id AS "actorId", changed,
        restored_from AS "restoredFrom", merged_from AS "mergedFrom", undoes
      FROM revision WHERE page_id = $1 ORDER BY number DESC LIMIT $2 OFFSET $3`,
    values: [address.id, perPage, (page - 1) * perPage],
  })
  return describeVersions(address, rows)
}

/** What the history says of these versions, with the names of their authors. */
export async function describeVersions(
  address: Addressed,
  versions: Version[],
): Promise<RevisionSummaryAnswer[]> {
  const authors = await authorsOf(versions.map(({ actorId }) => actorId))
  return versions.map(
    ({ number, createdAt, note, minor, actorId, changed, restoredFrom, mergedFrom, undoes }) => {
      const { name, handle } = authors.get(actorId) ?? FORMER
      return {
        number,
        url: `${env.siteUrl}${versionPath(address, number)}`,
        note,
        minor,
        createdAt: createdAt.toISOString(),
        author: { name, handle },
        changed: changed.map(placeOf),
        restoredFrom,
        mergedFrom,
        undoes,
      }
    },
  )
}
