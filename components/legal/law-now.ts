import type { CaseStudyRow } from '@/lib/case-studies/rows'

/** What the law register makes of a case study today, and when it last moved that label. */
export type LawNow = Pick<CaseStudyRow['law'], 'label' | 'law' | 'why'> & {
  moved?: { version: number; createdAt: string; labelBefore: string }
}
