import { FIELD_NAMES } from '../case-studies/field-names'

export const WHOLE_PAGE = 'The page as a whole'

/** What a thread is about, in words. */
export function fieldName(field: string): string {
  return field ? (FIELD_NAMES[field] ?? field) : WHOLE_PAGE
}

/** "1 comment", "4 comments" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
