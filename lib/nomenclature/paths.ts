/** Every heading with its scope, its status and who reviewed it. */
export function nomenclaturePath(): string {
  return '/categories'
}

/** The public log of proposals and decisions. */
export function changesPath(): string {
  return '/categories/changes'
}

export function changePath(id: number): string {
  return `/categories/changes/${id}`
}

export function proposePath({ kind, code }: { kind?: string; code?: string } = {}): string {
  const query = new URLSearchParams({ ...(kind ? { kind } : {}), ...(code ? { code } : {}) }).toString()
  return `/categories/changes/new${query ? `?${query}` : ''}`
}
