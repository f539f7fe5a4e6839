/** Every heading with its scope, its status and who reviewed it. */
export function nomenclaturePath(): string {
  return '/nomenclature'
}

/** The public log of proposals and decisions. */
export function changesPath(): string {
  return '/nomenclature/changes'
}

export function changePath(id: number): string {
  return `/nomenclature/changes/${id}`
}

export function proposePath({ kind, code }: { kind?: string; code?: string } = {}): string {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(code ? { code } : {}) }).toString()
  return `/nomenclature/propose${query ? `?${query}` : ''}`
}
