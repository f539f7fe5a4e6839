import pg from 'pg'
import { restorePristine } from './pristine'

/** Puts this test file's database back to how the migrations left it: reference data only. */
export async function emptyDatabase() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await restorePristine(client)
  } finally {
    await client.end()
  }
}
