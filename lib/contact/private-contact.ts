import 'server-only'
import { db } from '@/lib/platform/db'

/** Whether an address is kept for a page's contact. The address itself is never shown. */
export async function hasPrivateContact(pageId: number): Promise<boolean> {
  return (await db.privateContact.count({ where: { pageId } })) > 0
}
