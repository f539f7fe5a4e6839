export const lawPath = '/law'
export const communityBenefitPath = '/law/community-benefit-clauses'
export const adminLawPath = '/admin/law'
export const newLawPath = '/admin/law/new'

/** A law's own page: its code in lower case. */
export function lawEntryPath(code: string): string {
  return `/law/${code.toLowerCase()}`
}
/** What a version of the register changed, and which labels moved. */
export function lawVersionPath(version: number, page = 1): string {
  return `/law/versions/${version}${page > 1 ? `?page=${page}` : ''}`
}
export function editLawPath(code: string): string {
  return `/admin/law/${code.toLowerCase()}`
}
