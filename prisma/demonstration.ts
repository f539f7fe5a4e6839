import { db, type Role } from '@/lib/platform/db'
import { hashPassword } from '@/lib/users/password'

const PASSWORD = 'open-the-cupboard'
type Demonstration = {
  name: string
  role: Role
  jobTitle?: string
  council?: boolean
  canHelpWith?: string
  helpCategories?: string[]
  listed?: boolean
  region?: string
}

// Names say what they are: none of these is a person.
const ACCOUNTS: Record<string, Demonstration> = {
  admin: { name: 'Demonstration administrator', role: 'admin' },
  moderator: { name: 'Demonstration moderator', role: 'moderator', jobTitle: 'Moderator' },
  representative: {
    name: 'Demonstration representative',
    role: 'representative',
    council: true,
    jobTitle: 'Representative of the demonstration council',
  },
  officer: {
    name: 'Demonstration officer',
    role: 'contributor',
    council: true,
    jobTitle: 'Procurement officer',
    canHelpWith: 'Splitting food contracts into small lots',
    helpCategories: ['D10', 'C2'],
    region: 'North East',
    listed: true,
  },
  manager: {
    name: 'Demonstration manager',
    role: 'contributor',
    council: true,
    jobTitle: 'Service manager',
    canHelpWith: 'Whole life costing',
    helpCategories: ['E2'],
    listed: true,
  },
  chief: {
    name: 'Demonstration chief executive',
    role: 'contributor',
    council: true,
    jobTitle: 'Chief executive',
  },
  newcomer: { name: 'Demonstration newcomer', role: 'pending' },
}

/** Makes the demonstration accounts that are missing. Accounts that are there stay as they are. */
export async function saveDemonstrationAccounts(): Promise<void> {
  const emails = Object.keys(ACCOUNTS).map((key) => `${key}@demo.example`)
  if ((await db.person.count({ where: { email: { in: emails } } })) === emails.length) return
  const council = await db.organisation.findUnique({
    where: { name: 'Demonstration Council' },
    select: { id: true },
  })
  const passwordHash = await hashPassword(PASSWORD)
  await db.person.createMany({
    skipDuplicates: true,
    data: Object.entries(ACCOUNTS).map(([key, { council: member, ...account }]) => ({
      ...account,
      email: `${key}@demo.example`,
      handle: `demonstration-${key}`,
      demonstration: true,
      passwordHash,
      organisationId: member ? (council?.id ?? null) : null,
    })),
  })
}
