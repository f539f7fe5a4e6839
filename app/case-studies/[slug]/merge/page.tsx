import '@/app/styles/working.css'
import { MergeBody } from '@/app/_shared/merge-page'
import { pageMetadata } from '@/app/_shared/metadata'
import type { MoveProps } from '@/app/_shared/withdraw-page'

export const metadata = pageMetadata({ title: 'Merge a page', path: '/case-studies', hidden: true })

export default function MergeCaseStudyPage(props: MoveProps) {
  return <MergeBody kind="case_study" {...props} />
}
