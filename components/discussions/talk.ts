import type { FormAction } from '../forms/use-form'

/** What can be done in a discussion, as the page hands it to its forms. */
export type TalkActions = Record<'open' | 'reply' | 'resolve' | 'reopen' | 'remove' | 'report', FormAction>

/**
 * What this reader may do. The forms stand there for visitors too: whoever was signed out while writing gets them back
 * with everything typed.
 */
export type TalkRights = { comment: boolean; remove: boolean }
