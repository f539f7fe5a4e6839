import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { WordForm } from '@/components/word/word-form'
import { requireViewer } from '@/lib/auth/session'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { fromWordPath } from '@/lib/word/paths'
import { readWordFile } from './actions'

export const metadata = pageMetadata({
  title: 'Start from a Word file',
  path: fromWordPath,
  hidden: true,
})

const crumbs = [
  { href: '/', label: 'Home' },
  { href: '/case-studies', label: 'Case studies' },
  { href: newCaseStudyPath, label: 'Share a case study' },
]

export default async function FromWordPage() {
  await requireViewer(fromWordPath)
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Start from a Word file</h1>
        <p className="lead">
          Your case study is written already? Its text is put into the form, and you look it over there.
          Nothing is published.
        </p>
      </div>
      <div className="uploads">
        <WordForm action={readWordFile}>
          <h2>What happens</h2>
          <ul className="plain-list">
            <li>
              Headings say where the text goes: “Background” or “The challenge” into Context, “What we did” or
              “The solution” into Action, “Results” or “Benefits” into Impact, “Next steps” into What happened
              next.
            </li>
            <li>Lists, tables, links, footnotes and pictures are kept.</li>
            <li>
              What has no place waits beside the form. Headers, footers and comments are there too, so that
              nothing is lost.
            </li>
            <li>The file itself is not kept. Only you see the draft, and it waits in your drafts.</li>
          </ul>
        </WordForm>
      </div>
    </Shell>
  )
}
