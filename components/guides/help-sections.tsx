import type { GuideSection } from './guide'
import { MarkdownHelp } from './markdown-help'
import { SearchHelp } from './search-help'

function Find() {
  return (
    <ul>
      <li>
        <strong>Search</strong> from the box at the top of every page. Ordinary words are enough: “bins” finds
        waste and recycling.
      </li>
      <li>
        <strong>Browse</strong> <a href="/case-studies">all case studies</a> by label, region, law, kind of
        organisation and more. The address of the page holds your filters, so you can send it to a colleague.
      </li>
      <li>
        <strong>Start from what you do:</strong> <a href="/for/strategy">procurement lead</a>,{' '}
        <a href="/for/practitioners">procurement officer</a>,{' '}
        <a href="/for/service-managers">service manager</a>,{' '}
        <a href="/for/leaders">chief executive or councillor</a>.
      </li>
      <li>
        <strong>Keep what you find:</strong> press “Save” on a case study, and it waits for you in{' '}
        <a href="/account/favourites">your favourites</a> with room for a note.
      </li>
    </ul>
  )
}

function Share() {
  return (
    <>
      <p>
        <a href="/register">Register</a> or <a href="/sign-in">sign in</a>, then choose{' '}
        <a href="/case-studies/new">Share a case study</a>. You can summarise one that is published elsewhere
        and link to it, or let it live here. Labels are ticked, never typed.
      </p>
      <p>
        What a new member writes waits for a moderator. Its state, and the reason if it is declined, stand
        under <a href="/account/contributions">your contributions</a>.
      </p>
    </>
  )
}

function Revise() {
  return (
    <p>
      Every case study and story has an “Edit” link, and you may correct any of them, not only your own. Say
      in a few words what you changed. If somebody else saved the page while you were writing, you are told,
      nothing you typed is lost, and you can put the two together.
    </p>
  )
}

function Undo() {
  return (
    <>
      <p>
        Nothing is ever overwritten. “History” on a page lists every version with its author, time and note.
        You can read any of them, and compare any two: added words are underlined and marked +, removed words
        are struck out and marked −.
      </p>
      <p>
        To undo a change, open the version before it and restore it. The restored text becomes the newest
        version, so the change that you undid stays in the history and can itself be restored. New members
        cannot restore yet: they edit the page, and a moderator looks at it.
      </p>
    </>
  )
}

function Report() {
  return (
    <>
      <ul>
        <li>
          <strong>Something on a page is wrong:</strong> use its “Edit” link and put it right. That is the
          quickest way, and the history keeps what was there before.
        </li>
        <li>
          <strong>A contact has left, or should not be named:</strong> follow “No longer here? Tell us” beside
          the contact of the case study and say so. Moderators see every report.
        </li>
        <li>
          <strong>Something must go at once</strong> (personal data, confidential prices, abuse): restore the
          version before it. That takes it off the page, but not out of the history, and the site has no way
          yet to hide an old version. So tell whoever runs this copy as well.
        </li>
        <li>
          <strong>The site itself does not work for you:</strong> who runs the Cupboard is not yet decided, so
          there is no address to write to yet. Tell whoever gave you the address of this copy, with the
          address of the page and what you tried to do.
        </li>
      </ul>
      <p>You need to be signed in to edit and to report, so that somebody can answer you.</p>
    </>
  )
}

export const helpSections: GuideSection[] = [
  { id: 'find', title: 'Find', body: <Find /> },
  { id: 'search', title: 'Search', body: <SearchHelp /> },
  { id: 'share', title: 'Share', body: <Share /> },
  { id: 'revise', title: 'Revise', body: <Revise /> },
  { id: 'undo', title: 'Undo and restore', body: <Undo /> },
  { id: 'markdown', title: 'Write in Markdown', body: <MarkdownHelp /> },
  { id: 'report', title: 'Report a problem', body: <Report /> },
]
