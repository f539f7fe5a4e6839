import 'server-only'
import type { FormValue, FormValues } from '@/lib/platform/form'
import type { CaseStudyContent } from './schema'

/** What the form shows of a case study: the same names, every value a string. */
export function draftOf(content: CaseStudyContent): FormValues {
  return { ...(stringsOf(content) as FormValues), gaps: content.gaps.join('\n') }
}

/** What the form shows before anything was written. Nothing that has to be judged is chosen beforehand. */
export const EMPTY_DRAFT: FormValues = {
  home: 'elsewhere',
  state: 'unknown',
  evidence: 'told',
  legalStatus: {
    nation: '',
    regime: '',
    procedure: 'unknown',
    reuse: 'not-considered',
    challenge: { state: 'unknown' },
    approvals: [],
  },
  results: [],
  resources: [],
}

function stringsOf(value: unknown): FormValue {
  if (Array.isArray(value)) return value.map(stringsOf)
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return 'on'
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, stringsOf(entry)]))
  return String(value)
}
