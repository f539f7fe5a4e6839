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
  const common = [tags.page(pageId), tags.everything]
  if (!caseStudy) return common
  const { organisationId, categories, stages } = caseStudy
  return [
    ...common,
    ...(organisationId ? [tags.organisation(organisationId)] : []),
    ...categories.map(({ code }) => tags.category(code)),
    ...stages.map(({ storyId }) => tags.page(storyId)),
  ]
}
