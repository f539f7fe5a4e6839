import type { Talk } from '@/app/_shared/discussion-page'
import { CaseStudyTabs } from '@/components/case-studies/head'

export const talk: Talk = {
  kind: 'case_study',
  current: 'browse',
  tabs: (page, threads) => <CaseStudyTabs page={page} current="discussion" threads={threads} />,
}
