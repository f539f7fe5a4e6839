import { DataTable } from '../ui/data-table'

const examples: { write: string; get: string }[] = [
  { write: '**about a third**', get: 'about a third, in bold' },
  { write: '*lots*', get: 'lots, in italics' },
  { write: '## What we asked bidders', get: 'a heading' },
  { write: '- first point', get: 'a list with marks: one line for each point' },
  { write: '1. First step', get: 'a numbered list: one line for each step' },
  { write: '[the report](https://www.example.gov.uk/report)', get: 'a link with your words' },
  { write: '[2](#source-2)', get: 'a small raised 2 that leads to the second document or link of the page' },
  { write: '> We had never asked.', get: 'a quotation' },
]

const table = `| Year | Spend |
| --- | --- |
| 2024 | £1.2m |`

/** The few signs of Markdown that are worth knowing. */
export function MarkdownHelp() {
  return (
    <>
      <p>
        The editor has buttons for all of this. With scripts switched off, or if you prefer to type, text
        fields take Markdown. Leave an empty line between paragraphs.
      </p>
      <DataTable
        caption="What to type, and what readers see"
        columns={[{ label: 'You write' }, { label: 'Readers see' }]}
        rowHeader={false}
        rows={examples.map(({ write, get }) => ({
          key: write,
          cells: [<code key="write">{write}</code>, get],
        }))}
      />
      <p>A table has bars between its cells and a line of dashes under its heading:</p>
      <pre>
        <code>{table}</code>
      </pre>
      <p>HTML is left out, and a picture becomes a link to it.</p>
    </>
  )
}
