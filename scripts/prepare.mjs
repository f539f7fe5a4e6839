// Migrating and seeding in one process: starting the TypeScript loader twice is most of a second start.
import { migrate } from '../prisma/migrate.ts'

const applied = await migrate(process.env.DATABASE_URL)
for (const name of applied) console.log(`Applied migration ${name}`)

if (process.argv.includes('--seed')) {
  const { seed } = await import('../prisma/seed.ts')
  await seed()
}

// A pool left open by an import must not hold up the start.
process.exit(0)
