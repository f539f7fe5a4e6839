import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import type { MoveProps } from '@/app/_shared/withdraw-page'
import { WithdrawBody } from '@/app/_shared/withdraw-page'

export const metadata = pageMetadata({ title: 'Withdraw a page', path: '/stories', hidden: true })

export default function WithdrawStoryPage(props: MoveProps) {
  return <WithdrawBody kind="story" {...props} />
}
