import { pageMetadata } from '@/app/_shared/metadata'
import { Guide } from '@/components/guides/guide'
import { helpSections } from '@/components/guides/help-sections'

export const metadata = pageMetadata({
  title: 'Help',
  description:
    'How to find, share, revise, undo and restore, how to write in Markdown, and how to report a problem.',
  path: '/help',
})

export default function HelpPage() {
  return (
    <Guide
      title="Help"
      lead="Everything here works with a keyboard, on a phone and with scripts switched off."
      sections={helpSections}
    />
  )
}
