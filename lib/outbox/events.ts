/** What has happened, in ids only: a handler reads the rest from the database, so it may run twice or late. */
export type Events = {
  'case-study.saved': { pageId: number; number: number }
  'story.saved': { pageId: number; number: number }
  'page.withdrawn': { pageId: number }
  'page.returned': { pageId: number }
  'page.merged': { pageId: number }
  'comment.written': { commentId: number }
  'review.asked': { requestId: number }
  'mail.written': { mailId: number }
  'organisations.loaded': Record<string, never>
  /** A version of the law register moved labels. */
  'law.changed': { version: number }
  /** A change of the contents hierarchy was applied or undone. */
  'hierarchy.changed': { changeId: number }
  /** A version of the case study template was published. */
  'template.published': { version: number }
  'message.written': { messageId: number }
  /** Somebody had the search index written anew. */
  'search.rebuild-asked': Record<string, never>
  'worker.started': Record<string, never>
  /** What the directory shows of a person is another now, or may be. */
  'person.changed': { personId: string }
  /** A page was put among somebody's favourites, or taken out. */
  'favourite.changed': { pageId: number }
  /** A file that was uploaded is linked by a published page for the first time. */
  'file.published': { fileId: number }
  /** Somebody did something to a request on the wanted list. */
  'wanted.changed': { eventId: number }
  /** An empty site was filled with an export. */
  'site.imported': Record<string, never>
}

export type EventName = keyof Events
