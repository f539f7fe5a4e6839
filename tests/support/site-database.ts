import pg from 'pg'

/** Changes the database of the site under test directly: for what no page of it does. */
export async function inDatabase(sql: string, values: unknown[]): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return (await client.query(sql, values)).rowCount ?? 0
  } finally {
    await client.end()
  }
}
