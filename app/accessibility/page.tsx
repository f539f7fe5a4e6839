import { pageMetadata } from '@/app/_shared/metadata'
import { Guide, type GuideSection } from '@/components/guides/guide'

export const metadata = pageMetadata({
  title: 'Accessibility statement',
  description:
    'How accessible the Sustainable Procurement Cupboard is, how it was tested, and what is known to fall short.',
  path: '/accessibility',
})

export default function AccessibilityPage() {
  return (
    <Guide
      title="Accessibility statement for the Sustainable Procurement Cupboard"
      lead="This statement covers this website only. It is set out like the model statement for public sector websites."
      sections={sections}
      foot="This statement was prepared on 22 November 2026. It is to be reviewed at least once a year."
    />
  )
}

function How() {
  return (
    <>
      <p>We want as many people as possible to be able to use this website. You should be able to:</p>
      <ul>
        <li>change colours, contrast and fonts with your browser or device, and use its dark setting</li>
        <li>zoom in to 400% without text running off the screen</li>
        <li>do everything with a keyboard alone</li>
        <li>read, search, sign in, write and moderate with scripts switched off</li>
        <li>listen to the pages with a screen reader</li>
      </ul>
      <p>We write in plain English.</p>
    </>
  )
}

function Feedback() {
  return (
    <p>
      Who runs the Cupboard is not yet decided, so there is no address to write to yet. Until there is one,
      tell whoever gave you the address of this copy what you need and in which form. The organisation that
      takes the Cupboard on must put its contact details and the time in which it answers here. See also{' '}
      <a href="/help#report">how to report a problem</a>.
    </p>
  )
}

function Enforcement() {
  return (
    <p>
      The Equality and Human Rights Commission (EHRC) enforces the accessibility regulations of 2018 for
      public sector websites. Whether they cover this website depends on who takes the Cupboard on. That
      organisation must say here whom to turn to if you are not happy with how it answers a complaint.
    </p>
  )
}

function Compliance() {
  return (
    <p>
      This website has not been audited against the Web Content Accessibility Guidelines (WCAG) version 2.2 AA
      by anyone outside the people who built it, so no claim of full compliance is made. Treat it as partially
      compliant, because of the gaps below.
    </p>
  )
}

function Gaps() {
  return (
    <ul>
      <li>
        It has not been tried with people who use a screen reader, magnifier or speech recognition every day.
      </li>
      <li>
        It has not been tested by hand with JAWS, NVDA, VoiceOver, TalkBack or Dragon. Automated checks cannot
        stand in for that.
      </li>
      <li>
        Documents and pages that case studies link to belong to others. We have not tested them, and some may
        not be accessible.
      </li>
      <li>
        Members write the case studies. A link, table or heading in one may be unclear. Anyone can put that
        right with “Edit”.
      </li>
      <li>
        A comparison of two versions that differ in many places takes long to listen to, although every change
        is announced in words.
      </li>
      <li>The site is in English only. There is no Welsh version yet.</li>
    </ul>
  )
}

function Tests() {
  return (
    <p>
      The website was tested in November 2026 by the people who built it, with programs in the Chromium
      browser: automated checks (axe) on the main kinds of page, light and dark, wide and narrow; a journey
      that writes a case study by keyboard alone; and journeys through reading, searching, writing and
      moderating with scripts on and off.
    </p>
  )
}

const sections: GuideSection[] = [
  { id: 'how', title: 'How accessible this website is', body: <How /> },
  { id: 'feedback', title: 'Feedback and contact information', body: <Feedback /> },
  { id: 'enforcement', title: 'Enforcement procedure', body: <Enforcement /> },
  { id: 'compliance', title: 'Compliance status', body: <Compliance /> },
  { id: 'gaps', title: 'Known gaps', body: <Gaps /> },
  { id: 'tests', title: 'How it was tested', body: <Tests /> },
]
