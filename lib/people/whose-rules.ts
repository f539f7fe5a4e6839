import 'server-only'
import { usOfOrganisation } from '@/lib/legal/lens/read'
import type { Us } from '@/lib/legal/lens/vocabulary'
import { db } from '@/lib/platform/db'
import type { SignedIn } from '@/lib/users/access'

/** What a form that asks whose rules to compare with may begin with for this person; null without an organisation. */
export async function findWhoseRules(viewer: SignedIn): Promise<Partial<Us> | null> {
  const person = await db.person.findUnique({
    where: { id: viewer.id },
    select: { organisation: { select: { region: true, type: true } } },
  })
  return person?.organisation ? usOfOrganisation(person.organisation) : null
}
