import { csvMax, oneSlipFrom, termsMax, twoSlipsFrom, typedMax } from '@/lib/search/limits'

const number = new Intl.NumberFormat('en-GB').format

/** What the search does with what is typed, in the order in which people need it. */
export function SearchHelp() {
  return (
    <>
      <p>
        One search looks through everything here: case studies with all their parts, change stories, the text
        of attached documents, headings, organisations, help, and people who chose to be found. Each result
        says where your words stand, down to the page or slide of a document.
      </p>
      <ul>
        <li>
          <strong>All of your words must be there.</strong> If nothing has all of them, you are shown what has
          some, and told so.
        </li>
        <li>
          <strong>“Words in quotes”</strong> must stand side by side as you typed them. <strong>-word</strong>{' '}
          leaves out what has that word.
        </li>
        <li>
          <strong>Other words for the same thing count too:</strong> “bins” finds waste and recycling, and
          “WLC” finds whole life cost. Headings are found by their CPV codes.
        </li>
        <li>
          <strong>Slips of the keyboard</strong> are put right where nothing has the word as you typed it: one
          in a word of {oneSlipFrom} letters or more, two from {twoSlipsFrom} letters on. The page says what
          it took your word for, and you can search for what you typed instead. Numbers are never changed.
        </li>
        <li>
          <strong>Filters:</strong> ticks in one group widen the list, ticks in two groups narrow it. The
          number beside each says how many results it would leave. The address of the page holds all of it.
        </li>
        <li>
          <strong>Save search and email me</strong> tells you when something new is found. Download CSV gives
          you the first {number(csvMax)} results as a table.
        </li>
        <li>
          A search may have {number(typedMax)} characters. Of its words the first {termsMax} that say
          something are used.
        </li>
      </ul>
    </>
  )
}
