import 'server-only'
import { cached } from '@/lib/platform/cache'
import { tags } from '@/lib/platform/tags'
import { type ListedPerson, listPeople } from './directory'

/** Those listed people who offered help with a heading or one below it. Dropped as soon as one of them changes. */
export function listPeopleOn(code: string): Promise<ListedPerson[]> {
  return cached(['people-on', code], [tags.people, tags.everything, tags.taxonomy, tags.organisations], () =>
    listPeople({ words: '', organisation: '', region: '', category: code }),
  )
}
