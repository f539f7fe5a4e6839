'use server'

import { restorePage } from '@/app/_shared/restore-page'
import { asDraft, saveFacts } from '@/app/_shared/save-facts'
import { type Publishable, type Saving, savePage } from '@/app/_shared/save-page'
import type { EditState } from '@/components/revisions/edit-state'
import type { FormState } from '@/lib/platform/form'
import { refused } from '@/lib/platform/outcome'
import { submitStory } from '@/lib/review/submit'
import type { JsonObject } from '@/lib/revisions/shape'
import { draftOfStory } from '@/lib/stories/draft'
import { mergedStoryPath, storyPath, storyVersionPath } from '@/lib/stories/paths'
import { knownLinks } from '@/lib/stories/queries'
import { recordOfStory } from '@/lib/stories/record'
import { createStory, editStory, restoreStory, STORIES } from '@/lib/stories/save'
import { type StoryContent, storyContent } from '@/lib/stories/schema'
import type { SignedIn } from '@/lib/users/access'

const saving: Saving<StoryContent> = {
  kind: 'story',
  rules: STORIES,
  recordOf: (content) => recordOfStory(content) as JsonObject,
  formOf: draftOfStory,
  schema: storyContent.and(saveFacts).transform(asDraft),
  publish: whenLinked((viewer, { page, ...draft }) =>
    page ? editStory(viewer, { ...page, ...draft }) : createStory(viewer, draft),
  ),
  submit: whenLinked(submitStory),
  pathOf: storyPath,
  mergedPath: mergedStoryPath,
}

/** Saves a change story, new or revised: published at once, or sent to a moderator for new members. */
export async function saveStory(_previous: EditState, form: FormData): Promise<EditState> {
  return savePage(form, saving)
}

export async function restoreStoryVersion(_previous: FormState, form: FormData): Promise<FormState> {
  return restorePage(form, { restore: restoreStory, versionPath: storyVersionPath, pathOf: storyPath })
}

/** A mistyped number is refused while its author is there to put it right. */
function whenLinked<Kept>(keep: (viewer: SignedIn, draft: Publishable<StoryContent>) => Promise<Kept>) {
  return async (viewer: SignedIn, draft: Publishable<StoryContent>) =>
    (await knownLinks(draft.content)) ? keep(viewer, draft) : refused('unknown-case-study' as const)
}
