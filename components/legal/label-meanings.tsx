import { LABELS, type LegalLabel } from '@/lib/legal/vocabulary'
import { SummaryList } from '../ui/summary-list'

const MEANINGS: Record<LegalLabel, string> = {
  current:
    'The law that governed it governs a procurement that begins today in the same nation. That says nothing about whether the approach was lawful.',
  earlier: 'Another law governs a procurement that begins today. Words, procedures and notices may differ.',
  recheck: 'What is on record does not fit together, or the law changed about then. Somebody has to look.',
  'not-uk': 'It was bought under the law of another country. Useful as an idea.',
  'not-known': 'Neither the law nor enough facts to work it out are on record yet.',
}

/** Each label with what it tells a reader, and what it does not. */
export function LabelMeanings() {
  const labels = Object.keys(LABELS) as LegalLabel[]
  return <SummaryList rows={labels.map((label) => ({ term: LABELS[label], value: MEANINGS[label] }))} />
}
