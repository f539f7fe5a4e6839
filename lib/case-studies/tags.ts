import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { tags } from '@/lib/platform/tags'

/** Every cached page that shows something of this case study as it now stands. */
export async function tagsShowing(tx: Tx, pageId: number): Promise<string[]> {
  const caseStudy = await tx.caseStudy.findUnique({
    where: { pageId },
    select: {
      organisationId: true,
      categories: { select: { code: true } },
      stages: { select: { storyId: true } },
    },
  })
  return tagsOfCaseStudy({
    id: pageId,
    organisationIds: caseStudy?.organisationId ? [caseStudy.organisationId] : [],
    codes: caseStudy?.categories.map(({ code }) => code) ?? [],
    storyIds: caseStudy?.stages.map(({ storyId }) => storyId) ?? [],
  })
}

type Shown = { id: number; organisationIds: number[]; codes: string[]; storyIds: number[] }

export function tagsOfCaseStudy({ id, organisationIds, codes, storyIds }: Shown): string[] {
  return [
    tags.page(id),
    tags.everything,
    ...organisationIds.map(tags.organisation),
    ...codes.map(tags.category),
    ...storyIds.map(tags.page),
  ]
}
