import 'server-only'
import { lawsChangedBy } from '@/lib/legal/queries'
import { db } from '@/lib/platform/db'
import { tell } from './tell'
import { watchersOfLaws } from './watchers'

/** Tells those who watch a law that its entry in the register changed: once a version, however many labels it moved. */
export async function notifyOfLaw({ version }: { version: number }): Promise<void> {
  const row = await db.lawRegister.findUnique({ where: { version }, select: { actorId: true } })
  if (!row) return
  const reasons = await watchersOfLaws(await lawsChangedBy(version))
  await tell({ happening: `law:${version}`, kind: 'law' }, reasons, row.actorId)
}
