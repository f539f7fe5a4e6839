type Member = { id: string; role: string; organisationId?: number | null }

/** What a page may show that is the same for everybody. */
export const everybody: readonly string[] = ['public']

/** The marks of a document that open it to this person: a document with any of them may be found. */
export function aclOf(member: Member | null): string[] {
  if (!member) return [...everybody]
  const { id, role, organisationId } = member
  const body = organisationId ? [`org:${organisationId}`] : []
  const mods = role === 'moderator' || role === 'admin' ? ['mods'] : []
  return [...everybody, 'members', ...body, `user:${id}`, ...mods]
}

/** How search stands, and having its index written anew, is for those who run the site. */
export function canTendSearch(viewer: { role: string } | null): boolean {
  return viewer?.role === 'moderator' || viewer?.role === 'admin'
}
