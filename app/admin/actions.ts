'use server'

import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/session'
import { adminPath } from '@/lib/users/paths'
import { grantRole } from '@/lib/users/roles'
import { roleGrant } from '@/lib/users/schema'

export async function changeRole(form: FormData): Promise<void> {
  const viewer = await requireViewer(adminPath)
  const read = roleGrant.safeParse({ personId: form.get('personId'), role: form.get('role') })
  if (!read.success) notFound()

  const outcome = await grantRole(viewer, read.data)
  if (!outcome.ok) notFound()
  redirect(`${adminPath}?changed=${read.data.personId}#account-${read.data.personId}`)
}
