import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { UploadForm } from '@/components/media/upload-form'
import { Uploaded } from '@/components/media/uploaded'
import { ButtonLink } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { newFilePath } from '@/lib/media/paths'
import { findVisibleFile } from '@/lib/media/queries'
import { idOf } from '@/lib/platform/slug'
import { sendFile } from '../actions'

export const metadata = pageMetadata({ title: 'Upload a file', path: newFilePath, hidden: true })

type Props = { searchParams: Promise<{ uploaded?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: '/case-studies', label: 'Case studies' },
]

export default async function NewFilePage({ searchParams }: Props) {
  const viewer = await requireViewer(newFilePath)
  const id = idOf(String((await searchParams).uploaded ?? ''))
  const file = id === null ? null : await findVisibleFile(async () => viewer, id)
  return (
    <Shell crumbs={crumbs}>
      {file ? (
        <>
          <div className="pagehead">
            <h1>Your file is uploaded</h1>
            <p className="lead">
              Copy one of the lines below into the page that should link it. When that page is published,
              everybody can open the file.
            </p>
          </div>
          <div className="uploads">
            <Uploaded file={file} />
            <p className="buttons mt-6">
              <ButtonLink href={newFilePath} kind="second">
                Upload another file
              </ButtonLink>
            </p>
          </div>
        </>
      ) : (
        <>
          <div className="pagehead">
            <h1>Upload a file</h1>
            <p className="lead">
              A contract, a clause, slides, a spreadsheet or a picture, to be linked from a case study or a
              change story.
            </p>
          </div>
          <div className="uploads">
            <UploadForm action={sendFile}>
              <BeforeYouUpload />
            </UploadForm>
          </div>
        </>
      )}
    </Shell>
  )
}

/** What only the person who uploads can judge. */
function BeforeYouUpload() {
  return (
    <Note title="Check before you upload">
      <ul>
        <li>
          Prices, methods and other parts of a contract may be commercially confidential. Take out what you
          may not publish.
        </li>
        <li>
          Names, signatures, e-mail addresses and comments may be personal data. Look at tracked changes,
          hidden rows and document properties too.
        </li>
        <li>Documents are kept exactly as they are. Pictures lose their place and camera data.</li>
      </ul>
    </Note>
  )
}
