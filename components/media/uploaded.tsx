import type { FileView } from '@/lib/media/queries'
import { SummaryList } from '../ui/summary-list'
import { CopyText } from './copy-text'
import { sizeOf } from './size'

/** A file that was just kept, and what to put into a page so that readers find it. */
export function Uploaded({ file }: { file: FileView }) {
  const { name, url, isPicture } = file
  const words = name.replace(/\.[a-z]+$/, '').replace(/[[\]\\]/g, ' ')
  const markdown = isPicture ? `![Say what the picture shows](${url})` : `[${words}](${url})`
  return (
    <>
      <SummaryList
        rows={[
          { term: 'File', value: <a href={url}>{name}</a> },
          { term: 'Type and size', value: `${file.kind}, ${sizeOf(file.bytes)}${pixelsOf(file)}` },
          { term: 'What others may do', value: file.licence },
          { term: 'Who can open it', value: 'Only you, until a published page links it.' },
        ]}
      />
      <div className="fields mt-6">
        <CopyText id="markdown" label="For the text of a page (Markdown)" text={markdown} />
        <CopyText id="address" label="For “Documents and links” (address)" text={url} />
      </div>
    </>
  )
}

function pixelsOf({ width, height }: FileView): string {
  return width && height ? `, ${width} by ${height} pixels` : ''
}
