import 'server-only'
import { UPLOAD_REFUSALS } from '@/lib/media/refusals'

export type WordRefusal = keyof typeof WORD_REFUSALS

/** Why a Word file was not read, and how to put it right. */
export const WORD_REFUSALS = {
  empty: UPLOAD_REFUSALS.empty.message,
  'too-large': UPLOAD_REFUSALS['too-large'].message,
  'not-word':
    'This is not a Word file of today’s format. Open it in Word or LibreOffice, save it as .docx without a password, and choose that.',
  macros: UPLOAD_REFUSALS.macros.message,
  bomb: UPLOAD_REFUSALS.bomb.message,
  broken: UPLOAD_REFUSALS.broken.message,
  tracked:
    'The file has tracked changes. Open it in Word, choose Review, then “Accept All Changes and Stop Tracking”, save it and choose it again. Otherwise words that were struck out would come back.',
  'too-slow': UPLOAD_REFUSALS['too-slow'].message,
  'no-words': 'There are no words in the file.',
  'too-many': 'You have as many drafts as one account may have. Discard some, then choose the file again.',
} as const
