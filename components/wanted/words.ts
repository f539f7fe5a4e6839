import { BODY_GROUPS, type BodyGroup, type Origin } from '@/lib/wanted/vocabulary'

/** What was searched for stands in quotation marks: nobody wrote it as a title. */
export function wantedTitle({ title, origin }: { title: string; origin: string }): string {
  return origin === 'asked' ? title : `“${title}”`
}

/** In a word or two, how it came onto the list. */
export const ORIGIN_LABELS: Record<Origin, string> = {
  asked: 'Request',
  searched: 'Searched for in vain',
  unopened: 'Searched for',
}

export const ORIGIN_WORDS: Record<Exclude<Origin, 'asked'>, string> = {
  searched: 'Five or more people searched for this and found nothing',
  unopened: 'Five or more people searched for this and hardly anybody opened what was found',
}

/** "Wales, Councils": where it matters. */
export function whereWords({ nation, bodyGroup }: { nation: string; bodyGroup: BodyGroup | '' }): string {
  const body = bodyGroup ? BODY_GROUPS[bodyGroup] : ''
  return [nation, body].filter(Boolean).join(', ')
}
