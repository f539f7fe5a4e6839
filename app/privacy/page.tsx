import { pageMetadata } from '@/app/_shared/metadata'
import { Guide, type GuideSection } from '@/components/guides/guide'
import { KeptTable } from '@/components/guides/kept-table'

export const metadata = pageMetadata({
  title: 'Privacy',
  description: 'What the Cupboard keeps about you and why, what others see, and how to ask.',
  path: '/privacy',
})

export default function PrivacyPage() {
  return (
    <Guide
      title="Privacy"
      lead="Reading needs no account and leaves no trace of you in our database."
      sections={sections}
    />
  )
}

function Controller() {
  return (
    <p>
      The controller of these data is not yet decided, because nobody has taken the Cupboard on. The
      organisation that does must name itself here, with its data protection officer and the lawful basis for
      each purpose, before people are asked to register in earnest. Until then use this copy to try things
      out, and enter nothing about yourself that you would mind losing or showing.
    </p>
  )
}

function Others() {
  return (
    <ul>
      <li>
        <strong>Your name</strong> stands beside the pages you write and in their history, for everyone.
      </li>
      <li>
        <strong>Your profile</strong> (job, organisation, region, about, what you can help with) is seen by
        nobody unless you tick “List me in the people directory”. Then everyone sees it until you untick it.
        Pages about people ask search engines to leave them out.
      </li>
      <li>
        <strong>Your e-mail address</strong> is not shown on any page. Administrators see it in the list of
        accounts. If you write to the contact of a case study, your name and address go with the message, so
        that they can answer.
      </li>
      <li>
        <strong>Your favourites and notes</strong> are for you alone.
      </li>
      <li>
        <strong>A contact’s address</strong> that is to be reached through the form is kept apart from the
        page, stands in no version of it and is never shown.
      </li>
    </ul>
  )
}

function Searches() {
  return (
    <>
      <p>
        Searches that find nothing, and those whose results hardly anybody opens, are counted, so that the{' '}
        <a href="/wanted">wanted list</a> can say what is missing. What is counted is the words, how often,
        and the first and the last day. Not who searched, from where, with what, or at what time.
      </p>
      <p>
        Words are shown only after five different people searched for them. To tell five people from one, a
        number from 0 to 255 is worked out from the words and the account or network address. It is another
        one for other words, and one in 256 people has the same, so it does not say who you are. These numbers
        are removed once there are five of them, and after 90 days at the latest; words that fewer people
        searched for go with them.
      </p>
      <p>
        Nothing is counted of a search that looks like an e-mail address, a telephone or National Insurance
        number or a postcode, or that has more than six words or 80 characters. Words that are exactly the
        name of somebody with an account are not shown. Whether a result is opened is told by a script:
        without scripts only searches that find nothing are counted.
      </p>
    </>
  )
}

function History() {
  return (
    <p>
      The history of a page is built so that the site cannot change it. So it does not hold its authors’
      names: only a random number for each, and the name is looked up when the page is shown. When an account
      is removed, that number leads nowhere and the history says “A former contributor”. What was written
      stays, because others rely on it. That includes the name of a contact, and an address or telephone
      number that stood on the page: older versions go on showing them.
    </p>
  )
}

function Ask() {
  return (
    <>
      <p>
        Your name and profile you can see and change yourself in <a href="/account/settings">your settings</a>
        . Ask whoever runs the copy that you use to show you the rest of what is kept about you, to put it
        right or to remove it, and say so if you object. Taking your data with you and removing your account
        are not built into the site yet, so they have to do them for you.
      </p>
      <p>
        The organisation that takes the Cupboard on must say here how to complain, to it and beyond it. If you
        find personal data on a page that should not be there, see{' '}
        <a href="/help#report">how to report a problem</a>.
      </p>
    </>
  )
}

const sections: GuideSection[] = [
  { id: 'controller', title: 'Who is responsible', body: <Controller /> },
  { id: 'kept', title: 'What is kept, and why', body: <KeptTable /> },
  { id: 'others', title: 'What others see', body: <Others /> },
  { id: 'searches', title: 'What is searched for', body: <Searches /> },
  { id: 'history', title: 'Names in the history', body: <History /> },
  { id: 'ask', title: 'How to ask', body: <Ask /> },
]
