import { PlainError } from './progress.mjs'

const NEEDED = [
  {
    setting: 'fsync',
    bad: (value) => value === 'off',
    why: 'a power cut could then destroy the whole database',
    cure: 'Set fsync = on in postgresql.conf and restart PostgreSQL.',
  },
  {
    setting: 'synchronous_commit',
    bad: (value) => value === 'off',
    why: 'a save could then be acknowledged and lost',
    cure: 'Set synchronous_commit = on, for the role and the database too, and reload PostgreSQL.',
  },
  {
    setting: 'server_encoding',
    bad: (value) => value !== 'UTF8',
    why: 'it could not keep every letter that people write',
    cure: "Create the database anew with ENCODING 'UTF8', and set DATABASE_URL to it.",
  },
]

/** Refuses a database that could lose what it has acknowledged, or that cannot hold what people write. */
export async function checkDurability(url) {
  // Loaded here: the packages may have been installed a moment ago.
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch {
    // Whoever needs the database says better than we could why it does not answer.
    return
  }
  try {
    for (const { setting, bad, why, cure } of NEEDED) {
      const { rows } = await client.query('SELECT current_setting($1) AS value', [setting])
      if (bad(rows[0].value))
        throw new PlainError(
          `The database has ${setting} = ${rows[0].value}: ${why}, so the Cupboard does not use it. ${cure}`,
        )
    }
  } finally {
    await client.end()
  }
}
