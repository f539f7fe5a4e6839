import '@/app/styles/working.css'
import { MergeBody } from '@/app/_shared/merge-page'
import { pageMetadata } from '@/app/_shared/metadata'
import type { MoveProps } from '@/app/_shared/withdraw-page'

export const metadata = pageMetadata({ title: 'Merge a page', path: '/stories', hidden: true })

export default function MergeStoryPage(props: MoveProps) {
  return <MergeBody kind="story" {...props} />
}
