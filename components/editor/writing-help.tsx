import { newFilePath } from '@/lib/media/paths'

const MARKDOWN = [
  ['Heading', '# Heading, ## Subheading'],
  ['Bold, italic', '**bold**, *italic*'],
  ['Bullets', '- one item to a line'],
  ['Numbers', '1. one item to a line'],
  ['Link', '[the words](https://www.example.org)'],
  ['Source of this page', '[2](#source-2)'],
  ['Quote', '> the words'],
  ['Table', '| Year | Cost |\n| --- | --- |\n| 2025 | £900 |'],
  ['Picture', '![what it shows](/files/12-name.png)'],
  ['File', '[name (PDF, 1 MB)](/files/12-name.pdf)'],
]

const KEYS = [
  ['Move to the buttons', 'Alt and F10'],
  ['Move between the buttons', 'Arrow keys, Home, End'],
  ['Go back to the text', 'Escape'],
  ['Leave the editor', 'Tab'],
  ['Bold, italic', 'Ctrl and B, Ctrl and I'],
  ['Move a list item in or out', 'Ctrl and ], Ctrl and ['],
  ['Next cell of a table', 'Enter'],
  ['Undo, redo', 'Ctrl and Z, Ctrl and Y'],
]

/** How to write in the field, in words, with and without the buttons. On a Mac, Command takes the place of Ctrl. */
export function WritingHelp({ hasButtons }: { hasButtons: boolean }) {
  return (
    <details className="example writing-help">
      <summary>Help with writing</summary>
      <div>
        {hasButtons && (
          <>
            <p>Keys. On a Mac, use Command for Ctrl and Option for Alt.</p>
            <Pairs pairs={KEYS} />
            <p>
              You can paste from Word, Outlook, Excel, Google Docs or a PDF. Headings, lists, tables and links
              are kept; fonts, colours and pictures are left out. Add pictures with the Image button.
            </p>
          </>
        )}
        <p>Marks you can type when you edit as text:</p>
        <Pairs pairs={MARKDOWN} isCode />
        {!hasButtons && (
          <p>
            To add a picture or a file, <a href={newFilePath}>send it first</a>. That page gives you the line
            to paste here. Open it in a new tab so that nothing you have typed is lost.
          </p>
        )}
      </div>
    </details>
  )
}

function Pairs({ pairs, isCode = false }: { pairs: string[][]; isCode?: boolean }) {
  return (
    <dl>
      {pairs.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{isCode ? <code>{words}</code> : words}</dd>
        </div>
      ))}
    </dl>
  )
}
