import 'server-only'
import { deliverMessage } from '@/lib/contact/message'
import { notifyOfHierarchy } from '@/lib/following/notify-of-hierarchy'
import { notifyOfLaw } from '@/lib/following/notify-of-law'
import { notifyOfSave, watchOwnWriting } from '@/lib/following/notify-of-save'
import { notifyOfComment, notifyOfFate, notifyOfRequest } from '@/lib/following/notify-of-talk'
import { notifyOfWanted } from '@/lib/following/notify-of-wanted'
import type { EventName, Events } from '@/lib/outbox/events'
import { deliverMail } from '@/lib/platform/mail/deliver'
import { readPublishedFile } from '@/lib/search/file-text'
import { rebuildOutdated } from '@/lib/search/rebuild'
import { rebuildAsked } from '@/lib/search/rebuild-asked'
import {
  reindexAnswered,
  reindexLaw,
  reindexOrganisations,
  reindexPage,
  reindexPerson,
} from '@/lib/search/reindex'
import { reindexHierarchy } from '@/lib/search/reindex-labels'
import { reindexImported } from '@/lib/transfer/reindex-imported'

type Handlers = { [Name in EventName]: ((payload: Events[Name]) => Promise<void>)[] }

/** The one table of what follows from what. Handlers read the current row, so each may run twice or late. */
export const HANDLERS: Handlers = {
  'case-study.saved': [reindexPage, watchOwnWriting, notifyOfSave],
  'story.saved': [reindexPage, watchOwnWriting, notifyOfSave],
  'page.withdrawn': [reindexPage, notifyOfFate],
  'page.returned': [reindexPage, notifyOfFate],
  'page.merged': [reindexPage, notifyOfFate],
  'comment.written': [notifyOfComment],
  'review.asked': [notifyOfRequest],
  'mail.written': [deliverMail],
  'organisations.loaded': [reindexOrganisations],
  'law.changed': [reindexLaw, notifyOfLaw],
  'hierarchy.changed': [reindexHierarchy, notifyOfHierarchy],
  'template.published': [reindexAnswered],
  'message.written': [deliverMessage],
  'search.rebuild-asked': [rebuildAsked],
  'wanted.changed': [notifyOfWanted],
  'worker.started': [rebuildOutdated],
  'person.changed': [reindexPerson],
  'favourite.changed': [reindexPage],
  'file.published': [readPublishedFile],
  'site.imported': [reindexImported],
}
