import '@/app/styles/working.css'
import { permanentRedirect } from 'next/navigation'
import { notLive } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { ButtonLink } from '@/components/ui/button-link'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { requireViewer } from '@/lib/auth/session'
import { caseStudiesPath, caseStudyPath, contactPath, editPath } from '@/lib/case-studies/paths'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import type { Contact } from '@/lib/case-studies/schema'
import { hasPrivateContact } from '@/lib/contact/private-contact'
import { peoplePath } from '@/lib/people/paths'
import { findOwnAccount } from '@/lib/people/profile'
import { idOf } from '@/lib/platform/slug'
import { sendMessage, sendReport } from './actions'
import { TextForm } from './text-form'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ sent?: string | string[] }> }
type Page = { id: number; slug: string }

export const metadata = pageMetadata({ title: 'Contact', path: caseStudiesPath, hidden: true })

export default async function ContactPage({ params, searchParams }: Props) {
  const [{ slug }, { sent }] = await Promise.all([params, searchParams])
  const id = idOf(slug)
  const view = id === null ? null : await findVisibleCaseStudy(id)
  if (!view) return notLive({ kind: 'case_study', slug, pathOf: contactPath })
  if (slug !== `${view.id}-${view.slug}`) permanentRedirect(contactPath(view))
  const viewer = await requireViewer(contactPath(view))
  const [reachable, account] = await Promise.all([hasPrivateContact(view.id), findOwnAccount(viewer)])
  const { title, contact } = view.content
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: caseStudyPath(view), label: title },
  ]
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>{contact?.byForm ? 'Write to the contact' : 'Contact'}</h1>
        <p className="lead">{title}</p>
      </div>
      {sent === 'message' ? <MessageSent page={view} replyTo={account.email} /> : null}
      {sent === 'report' ? <ReportSent page={view} /> : null}
      {contact ? (
        <>
          {sent === 'message' ? null : (
            <Reach page={view} contact={contact} sender={account} reachable={reachable} />
          )}
          {sent === 'report' ? null : <Report page={view} />}
        </>
      ) : (
        <NoContact page={view} />
      )}
    </Shell>
  )
}

function MessageSent({ page, replyTo }: { page: Page; replyTo: string }) {
  return (
    <Note kind="success" role="status" title="Your message is on its way">
      <p>
        The contact gets it by e-mail, with your name and {replyTo}, and answers you there. You will not see
        their address unless they write. <a href={caseStudyPath(page)}>Back to the case study</a>
      </p>
    </Note>
  )
}

function ReportSent({ page }: { page: Page }) {
  return (
    <Note kind="success" role="status" title="Thank you: the moderators have your report">
      <p>
        They will look for the right contact and change the page. If you know who it is, you can{' '}
        <a href={`${editPath(page)}#contact`}>change it yourself</a>.
      </p>
    </Note>
  )
}

type ReachProps = {
  page: Page
  contact: Contact
  sender: { name: string; email: string }
  reachable: boolean
}

/** The contact as they chose to be reached: through a form, or at an address that everyone sees. */
function Reach({ page, contact, sender, reachable }: ReachProps) {
  return (
    <div className="mt-8">
      <p>
        <strong>{contact.name || 'The contact'}</strong>
        {contact.organisation ? `, ${contact.organisation}` : ''}
      </p>
      {contact.phone ? <p>Telephone: {contact.phone}</p> : null}
      {contact.byForm ? null : <PublicAddress page={page} email={contact.email} phone={contact.phone} />}
      {contact.byForm && !reachable ? (
        <p className="measure mt-4">
          No address is kept for this contact yet, so a message would reach nobody.{' '}
          <a href={`${editPath(page)}#contact`}>Add it, if you know it</a>
        </p>
      ) : null}
      {contact.byForm && reachable ? (
        <>
          <p className="measure mt-4 mb-6">
            Your name, {sender.name}, and your e-mail address, {sender.email}, go with your message, so that
            they can answer. Their address stays hidden from you.
          </p>
          <TextForm
            action={sendMessage}
            id="message"
            page={page.id}
            label="Your message"
            hint="Say who you are and what you want to know. Short questions are answered soonest."
            button="Send message"
          />
        </>
      ) : null}
    </div>
  )
}

function PublicAddress({ page, email, phone }: { page: Page; email: string; phone: string }) {
  if (email)
    return (
      <p>
        E-mail: <a href={`mailto:${email}`}>{email}</a>
      </p>
    )
  if (phone) return null
  return (
    <p className="measure mt-4">
      No address or telephone number is given.{' '}
      <a href={`${editPath(page)}#contact`}>Add one, if you know it</a>
    </p>
  )
}

function Report({ page }: { page: Page }) {
  return (
    <ShelfSection id="report" title="No longer here? Tell us">
      <p className="measure mb-6">
        Has this person moved on, or is the address wrong? Moderators read what you write; it is not
        published, and the contact does not get it.
      </p>
      <TextForm
        action={sendReport}
        id="report-text"
        page={page.id}
        label="What you know"
        hint="For example, that the role is now held by the catering team."
        button="Tell the moderators"
        lesser
      />
    </ShelfSection>
  )
}

function NoContact({ page }: { page: Page }) {
  return (
    <div className="mt-8">
      <Empty title="Nobody has agreed to be the contact yet">
        <p className="measure">
          A role mailbox will do, such as catering or procurement. If that is yours, put it on the page: you
          choose whether people see the address or write through a form. Otherwise{' '}
          <a href={peoplePath}>ask somebody who has done similar work</a>.
        </p>
        <p className="buttons">
          <ButtonLink href={`${editPath(page)}#contact`}>I can be the contact</ButtonLink>
        </p>
      </Empty>
    </div>
  )
}
