import 'server-only'
import type { PoolClient } from 'pg'
import { pool } from '@/lib/platform/db'

/** By how much the count of a word is wrong: of documents that everybody may see, and of others. */
export type Miscount = { word: string; open: number; hidden: number }

/** The words that are counted wrongly, as everything stands at one moment. */
export async function miscounted(): Promise<Miscount[]> {
  return withClient(readMiscounts)
}

/**
 * Puts the vocabulary right and answers how many words were wrong. Nobody waits while the words are counted: what is
 * saved meanwhile is counted by itself, so that the difference of one moment may be added at any later one.
 */
export async function recountWords(): Promise<number> {
  return withClient(async (client) => {
    // Twice at once would add every difference twice.
    await client.query("SELECT pg_advisory_lock(hashtext('words are counted'))")
    try {
      const wrong = await readMiscounts(client)
      await client.query('BEGIN')
      await client.query('SELECT FROM search_state FOR UPDATE')
      if (wrong.length > 0) await client.query(ADD, [JSON.stringify(wrong)])
      await client.query('DELETE FROM search_word WHERE docs <= 0 AND hidden_docs <= 0')
      if (wrong.length > 0) await client.query('UPDATE search_state SET version = version + 1')
      await client.query('COMMIT')
      return wrong.length
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtext('words are counted'))")
    }
  })
}

async function readMiscounts(client: PoolClient): Promise<Miscount[]> {
  const { rows } = await client.query<Miscount>(`
    WITH counted AS (
      SELECT word, ndoc AS open, 0 AS hidden FROM ts_stat('SELECT words FROM search_document WHERE ''public'' = ANY (acl)')
      UNION ALL SELECT word, 0, ndoc FROM ts_stat('SELECT words FROM search_document WHERE NOT ''public'' = ANY (acl)')
      UNION ALL SELECT word, -docs, -hidden_docs FROM search_word)
    SELECT word, sum(open)::int AS open, sum(hidden)::int AS hidden FROM counted
    GROUP BY word HAVING sum(open) <> 0 OR sum(hidden) <> 0 ORDER BY word COLLATE "C"`)
  return rows
}

const ADD = `
  INSERT INTO search_word AS w (word, stem, length, letters, docs, hidden_docs)
  SELECT word, coalesce((ts_lexize('english_stem', word))[1], word), length(word), search_letters(word), open, hidden
  FROM jsonb_to_recordset($1::jsonb) n (word text, open int, hidden int) ORDER BY word COLLATE "C"
  ON CONFLICT (word) DO UPDATE SET docs = w.docs + excluded.docs, hidden_docs = w.hidden_docs + excluded.hidden_docs`

async function withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}
