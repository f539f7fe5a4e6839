import 'server-only'
import { deliverMessage } from '@/lib/contact/message'
import type { EventName, Events } from '@/lib/outbox/events'
import { deliverMail } from '@/lib/platform/mail/deliver'
import { reindexCaseStudy, reindexOrganisations, reindexPage, reindexStory } from '@/lib/search/reindex'

type Handlers = { [Name in EventName]: ((payload: Events[Name]) => Promise<void>)[] }

/** The one table of what follows from what. Handlers read the current row, so each may run twice or late. */
export const HANDLERS: Handlers = {
  'case-study.saved': [reindexCaseStudy],
  'story.saved': [reindexStory],
  'page.withdrawn': [],
  'page.returned': [reindexPage],
  'page.merged': [],
  'comment.written': [],
  'review.asked': [],
  'mail.written': [deliverMail],
  'organisations.loaded': [reindexOrganisations],
  'message.written': [deliverMessage],
}
