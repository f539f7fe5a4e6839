import type { PageKind } from '@/lib/platform/db'

/** The parts of a page that can be discussed, in reading order, by the names that its content has. */
export const TALK_FIELDS: Record<PageKind, readonly string[]> = {
  case_study: [
    'title',
    'summary',
    'context',
    'action',
    'impact',
    'results',
    'legalStatus',
    'happenedNext',
    'gaps',
    'resources',
    'categories',
    'barriers',
    'contractStages',
    'organisation',
    'partners',
    'regions',
    'startedOn',
    'endedOn',
    'state',
    'contractValue',
    'evidence',
    'contact',
  ],
  story: [
    'title',
    'summary',
    'organisation',
    'period',
    'stages',
    'whatItTook',
    'oneThing',
    'gaps',
    'resources',
    'regions',
    'categories',
  ],
}

/** The parts of both forms that a member can say something about. */
export const FORM_FIELDS: readonly string[] = [...new Set(Object.values(TALK_FIELDS).flat())]
