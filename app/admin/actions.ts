'use server'

import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { canManageAccounts } from '@/lib/users/access'
import { adminPath } from '@/lib/users/paths'
import { grantRole } from '@/lib/users/roles'
import { roleGrant } from '@/lib/users/schema'
import { tryAgain } from '@/lib/worker/problems'
import { failed } from '@/lib/worker/schema'

export async function tryFailedAgain(form: FormData): Promise<void> {
  const viewer = await requireViewer(adminPath)
  if (!canManageAccounts(viewer)) notFound()
  const read = failed.safeParse({ kind: form.get('kind'), id: form.get('id') })
  if (!read.success) notFound()

  await tryAgain(viewer, read.data)
  redirect(`${adminPath}?again=1#failed`)
}

export async function changeRole(form: FormData): Promise<void> {
  const viewer = await requireViewer(adminPath)
  const read = roleGrant.safeParse({ personId: form.get('personId'), role: form.get('role') })
  if (!read.success) notFound()

  const outcome = await grantRole(viewer, read.data)
  if (!outcome.ok) notFound()
  redirect(`${adminPath}?changed=${read.data.personId}#account-${read.data.personId}`)
}
