type Placed = { code: string; slug: string }

/** A section has its own address; every other heading is a category. */
export function categoryPath({ code, slug }: Placed): string {
  return code.length === 1 ? `/sections/${slug}` : `/categories/${code.toLowerCase()}-${slug}`
}
