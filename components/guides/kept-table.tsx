import { DataTable } from '../ui/data-table'

const kept: { what: string; why: string; until: string }[] = [
  {
    what: 'Your name, e-mail address and password. The password is kept only as a hash (argon2id), from which it cannot be read back',
    why: 'So that you can sign in, and so that others know who wrote what',
    until: 'Your account is removed',
  },
  {
    what: 'Your profile, if you fill it in: job, organisation, region, about, what you can help with',
    why: 'So that people can find you, if you choose to be listed',
    until: 'You change it, or your account is removed',
  },
  {
    what: 'When your account was made and its role, and when each of your sessions began and ends',
    why: 'So that your rights hold, and a session can be ended everywhere at once',
    until: 'Your account is removed; a session itself lasts 14 days at most',
  },
  {
    what: 'What you write: versions of pages, under a random number that stands for you',
    why: 'The history of a page has to stay whole',
    until: 'It stays',
  },
  {
    what: 'What you sent to a moderator, with the answer',
    why: 'So that decisions can be followed',
    until: 'It stays for now; a time has not been set',
  },
  {
    what: 'What you ask for on the wanted list, offer or claim, under that random number and the name of your organisation',
    why: 'Others answer it, and its history stays whole',
    until: 'It stays; a request can be withdrawn',
  },
  { what: 'Your favourites and notes', why: 'You asked us to keep them', until: 'You remove them' },
  {
    what: 'Messages you send to contacts, and your reports',
    why: 'To deliver them and to act on them',
    until: 'They stay for now; a time has not been set',
  },
  {
    what: 'The network address a request comes from, and the e-mail address tried, each with a count of tries',
    why: 'Against guessing of passwords and floods of new accounts',
    until: 'An hour or two, while the site runs',
  },
]

/** What is kept about a person, why, and for how long. */
export function KeptTable() {
  return (
    <DataTable
      caption="What is kept about people with an account"
      hideCaption
      columns={[{ label: 'What' }, { label: 'Why' }, { label: 'Until' }]}
      rowHeader={false}
      rows={kept.map(({ what, why, until }) => ({ key: what, cells: [what, why, until] }))}
    />
  )
}
