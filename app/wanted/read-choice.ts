import { pageNumber } from '@/app/_shared/page-number'
import { CODE } from '@/lib/taxonomy/codes'
import type { WantedChoice } from '@/lib/wanted/queries'
import { WANTED_SORTS, WANTED_STATES, type WantedSort, type WantedState } from '@/lib/wanted/vocabulary'

export type Asked = {
  state?: string | string[]
  category?: string | string[]
  sort?: string | string[]
  page?: string | string[]
}

/** Reads an address of the list: what it does not understand is left out. */
export function readChoice(asked: Asked): WantedChoice {
  const first = (value: string | string[] | undefined) => [value].flat()[0] ?? ''
  const [state, sort, category] = [first(asked.state), first(asked.sort), first(asked.category).toUpperCase()]
  return {
    state: Object.hasOwn(WANTED_STATES, state) ? (state as WantedState) : 'open',
    sort: Object.hasOwn(WANTED_SORTS, sort) ? (sort as WantedSort) : 'newest',
    category: CODE.test(category) ? category : '',
    page: pageNumber(asked.page),
  }
}
