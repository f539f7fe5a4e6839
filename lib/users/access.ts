/** Who is asking. A visitor has not signed in. */
export type Viewer = SignedIn | null
export type RoleName = 'pending' | 'contributor' | 'representative' | 'moderator' | 'admin'
export type SignedIn = {
  id: string
  actorId: string
  sessionId: string
  name: string
  handle: string
  role: RoleName
  demonstration: boolean
}

export const ROLE_NAMES: Record<RoleName, string> = {
  pending: 'New member: contributions wait for a moderator',
  contributor: 'Contributor',
  representative: 'Representative of an organisation',
  moderator: 'Moderator',
  admin: 'Administrator',
}

/** Accounts are managed by administrators; nobody changes their own role. */
export function canManageAccounts(viewer: Viewer): boolean {
  return viewer?.role === 'admin'
}

export function canChangeRole(viewer: Viewer, person: { id: string }): boolean {
  return canManageAccounts(viewer) && viewer?.id !== person.id
}
