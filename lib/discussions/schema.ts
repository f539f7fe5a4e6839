import 'server-only'
import { z } from 'zod'
import { line, prose } from '@/lib/platform/text'
import { commentMax, removalReasonMax, reportMax, threadTitleMax } from './limits'
import { FORM_FIELDS } from './vocabulary'

const id = z.coerce.number().int().positive().max(999_999_999)
const comment = prose({ label: 'Your comment', max: commentMax, required: 'Write your comment' })
const field = z.string().max(40).default('')

export const newThread = z.object({
  page: id,
  field,
  title: line({
    label: 'What it is about',
    max: threadTitleMax,
    required: 'Say in a few words what it is about',
  }),
  body: comment,
})

export const newReply = z.object({ thread: id, body: comment })

export const threadChange = z.object({ thread: id })

export const commentRemoval = z.object({
  comment: id,
  reason: line({
    label: 'The reason',
    max: removalReasonMax,
    required: 'Say why: everybody reads the reason in the place of the comment',
  }),
})

export const commentReport = z.object({
  comment: id,
  body: prose({
    label: 'What is wrong',
    max: reportMax,
    required: 'Say what is wrong with the comment, so that a moderator knows what to look at',
  }),
})

const NO_PART = 'Choose a part from the list'

/** One of the template's own fields. */
const ownField = z.string().regex(/^extra\.[a-z][A-Za-z0-9]{0,39}$/, { message: NO_PART })

export const formComment = z.object({
  field: z.union([z.literal(''), z.enum(FORM_FIELDS as [string, ...string[]]), ownField], {
    error: NO_PART,
  }),
  body: prose({
    label: 'What does not work',
    max: reportMax,
    required: 'Say what does not work, or what would be better',
  }),
})

export const reviewAnswer = z
  .object({
    request: id,
    answer: z.enum(['right', 'comments'], {
      error: 'Choose “It looks right” or “I have comments”',
    }),
    body: prose({ label: 'Your comments', max: commentMax }).default(''),
  })
  .refine(({ answer, body }) => answer === 'right' || body.trim() !== '', {
    path: ['body'],
    message: 'Write your comments, or choose “It looks right”',
  })

export type NewThread = z.output<typeof newThread>
export type NewReply = z.output<typeof newReply>
export type ReviewAnswer = z.output<typeof reviewAnswer>
