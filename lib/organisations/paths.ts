export function organisationPath({ id, slug }: { id: number; slug: string }): string {
  return `/organisations/${id}-${slug}`
}
