import { createHash } from 'node:crypto'
import pg from 'pg'
import { db } from '@/lib/platform/db'
import { GENESIS, hashOfContent, hashOfLink } from '@/lib/revisions/chain'
import { projectImported } from '@/lib/transfer/project-imported'
import { aContent } from './builders'

const day = 86_400_000
const pagesAtOnce = 50

/**
 * Adds so many case studies with so many versions each, some 6 KB of words in each version, straight into the tables of a
 * site that has no page yet: saving them would take hours. Every chain is whole, and lists show them.
 */
export async function addPages(
  count: number,
  { versions, actorIds }: { versions: number; actorIds: string[] },
) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    for (let written = 0; written < count; written += pagesAtOnce)
      await addSome(client, Math.min(pagesAtOnce, count - written), { versions, actorIds })
  } finally {
    await client.end()
  }
  await db.$transaction((tx) => projectImported(tx, () => undefined), { timeout: day })
}

async function addSome(client: pg.Client, count: number, of: { versions: number; actorIds: string[] }) {
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO page (kind, slug, head_number)
     SELECT 'case_study', 'page-of-many', $2 FROM generate_series(1, $1::int) RETURNING id`,
    [count, of.versions],
  )
  const chains = rows.flatMap(({ id }) => chainOf(id, of))
  await client.query(
    `INSERT INTO revision (page_id, number, parent, actor_id, note, content, created_at, content_hash, previous_hash, hash)
     SELECT "pageId", number, nullif(number - 1, 0), "actorId", 'A note', content, "createdAt", "contentHash", "previousHash", hash
     FROM jsonb_to_recordset($1) AS t ("pageId" int, number int, "actorId" uuid, content jsonb, "createdAt" timestamptz,
       "contentHash" text, "previousHash" text, hash text)`,
    [JSON.stringify(chains)],
  )
}

function chainOf(pageId: number, { versions, actorIds }: { versions: number; actorIds: string[] }) {
  let previousHash = GENESIS
  return Array.from({ length: versions }, (_, at) => {
    const content = JSON.parse(JSON.stringify(aContent(wordsOf(pageId, at))))
    const link = {
      previousHash,
      pageId,
      number: at + 1,
      actorId: actorIds[(pageId + at) % actorIds.length] as string,
      createdAt: new Date(1_700_000_000_000 + pageId * 1000 + at),
      contentHash: hashOfContent(content),
    }
    previousHash = hashOfLink(link)
    return { ...link, content, hash: previousHash }
  })
}

/** Words that no two pages have in the same order, so that they do not shrink to nothing in a zip. */
function wordsOf(pageId: number, at: number) {
  const paragraphs = Array.from({ length: 24 }, (_, part) => {
    const grown = part < at ? at : 0
    const hash = createHash('sha256').update(`${pageId} ${part} ${grown}`).digest('hex')
    return `${hash.match(/.{8}/g)?.join(' ')}: what the council bought, from whom and at which price, and what came of it for the people who live there and for those who supply it.`
  })
  return { title: `Page ${pageId} of many`, context: paragraphs.join('\n\n') }
}
