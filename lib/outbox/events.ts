/** What has happened, in ids only: a handler reads the rest from the database, so it may run twice or late. */
export type Events = {
  'case-study.saved': { pageId: number }
  'story.saved': { pageId: number }
  'organisations.loaded': Record<string, never>
  'message.written': { messageId: number }
}

export type EventName = keyof Events
