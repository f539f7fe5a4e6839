import 'server-only'
import { recordOf } from '@/lib/case-studies/record'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { db } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { recordOfStory } from '@/lib/stories/record'
import type { StoryContent } from '@/lib/stories/schema'
import { knownLabels } from '@/lib/taxonomy/labels'
import type { SignedIn } from '@/lib/users/access'

type Change = { page: { id: number; base: number } | null; note: string }

/** Keeps a case study, new or revised, until a moderator has seen it. */
export async function submitCaseStudy(
  viewer: SignedIn,
  { content, ...change }: Change & { content: CaseStudyContent },
): Promise<Outcome<{ id: number }, 'unknown-label'>> {
  if (!(await knownLabels(content.categories))) return refused('unknown-label')
  const { record, privateEmail } = recordOf(content)
  return done(await keep(viewer, change, { kind: 'case_study', content: record, privateEmail }))
}

/** Keeps a change story, new or revised, until a moderator has seen it. */
export async function submitStory(
  viewer: SignedIn,
  { content, ...change }: Change & { content: StoryContent },
) {
  return done(
    await keep(viewer, change, { kind: 'story', content: recordOfStory(content), privateEmail: '' }),
  )
}

type Kept = { kind: 'case_study' | 'story'; content: ReturnType<typeof recordOfStory>; privateEmail: string }

function keep(viewer: SignedIn, { page, note }: Change, kept: Kept): Promise<{ id: number }> {
  const data = { ...kept, note, pageId: page?.id ?? null, base: page?.base ?? null, contributorId: viewer.id }
  return db.submission.create({ data, select: { id: true } })
}
