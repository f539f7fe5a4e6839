import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import type { MoveProps } from '@/app/_shared/withdraw-page'
import { WithdrawBody } from '@/app/_shared/withdraw-page'

export const metadata = pageMetadata({ title: 'Withdraw a page', path: '/case-studies', hidden: true })

export default function WithdrawCaseStudyPage(props: MoveProps) {
  return <WithdrawBody kind="case_study" {...props} />
}
