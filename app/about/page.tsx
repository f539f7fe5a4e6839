import { pageMetadata } from '@/app/_shared/metadata'
import { Guide, type GuideSection } from '@/components/guides/guide'
import { EVIDENCE } from '@/lib/case-studies/vocabulary'

export const metadata = pageMetadata({
  title: 'About the Cupboard',
  description:
    'What the Sustainable Procurement Cupboard is, what it means by sustainable procurement, and how far to trust a page.',
  path: '/about',
})

export default function AboutPage() {
  return (
    <Guide
      title="About the Cupboard"
      lead="A shared cupboard of what public bodies, most of them in the UK, have bought, how they did it and what came of it."
      sections={sections}
    />
  )
}

function WhatItIs() {
  return (
    <>
      <p>
        Anyone may read it, and anyone with an account may add to it and revise it, as in Wikipedia; a
        moderator first sees what new members write. Every case study has the same three parts (context,
        action, impact), links to its sources where there are any, says what is recorded of its legal status,
        and names somebody to ask where one has agreed. Longer change stories tell how a body changed over
        years.
      </p>
      <p>
        The idea was noted at a workshop in Chesterfield on 15 December 2006. It is for{' '}
        <a href="/for/strategy">procurement leads</a>, <a href="/for/practitioners">procurement officers</a>,{' '}
        <a href="/for/service-managers">people who buy for a service</a> and{' '}
        <a href="/for/leaders">chief executives and councillors</a>.
      </p>
    </>
  )
}

function Definition() {
  return (
    <>
      <p>By sustainable procurement the Cupboard means</p>
      <blockquote>
        <p>
          “a process whereby organisations meet their needs for goods, services, works and utilities in a way
          that achieves value for money on a whole life basis in terms of generating benefits to society and
          the economy, whilst minimising damage to the environment.”
        </p>
      </blockquote>
      <p className="small">
        Source: the Sustainable Procurement Task Force, whose report <cite>Procuring the Future</cite>{' '}
        appeared on 12 June 2006. The words are given as the North West Centre of Excellence quoted them in
        its “Sustainable Procurement Work Stream Proposal” of 2007. They have not been compared with the
        report itself.
      </p>
      <p>
        What “value for money” means in it is on a page of its own:{' '}
        <a href="/value-for-money">value for money</a>.
      </p>
    </>
  )
}

function WhoRunsIt() {
  return (
    <>
      <p>
        That is not yet decided. No organisation has taken the Cupboard on, and none answers for it. Until one
        does, this is a working copy to try and to judge.
      </p>
      <p>
        Nothing here is endorsed. No body named on any page has approved, reviewed or badged it, and being
        named is no sign that it has.
      </p>
    </>
  )
}

function Evidence() {
  return (
    <>
      <p>Every case study carries one of three levels and, once somebody has checked it, the date of that.</p>
      <ul>
        {Object.values(EVIDENCE).map(({ name, meaning }) => (
          <li key={name}>
            <strong>{name}.</strong> {meaning}
          </li>
        ))}
      </ul>
      <p>
        A result in figures names what was measured and its source and, where they are known, its unit, its
        period and who measured it. What is not known is said on the page, under “What we don’t know”.
      </p>
      <p>
        The sources of the case studies that the Cupboard began with were seen only in part: the opening of a
        stored copy of each. The “founding papers” that some pages speak of are notes, plans and slides of
        2006 to 2010 about the first Cupboard and work like it; what only they say has not been checked.
      </p>
      <p>
        The directory of organisations is a starting list. The names of bodies other than councils have mostly
        not been checked against a source.
      </p>
    </>
  )
}

function LegalLabels() {
  return (
    <>
      <p>
        Every case study has a legal record: as far as they are known, the law in force when the procurement
        began, who approved what, in what capacity and when, and whether it was challenged. The words on
        approval in a list are worked out from that record. “Approved, as recorded, by: own legal department”
        says what somebody wrote here, no more. “Not known” means that nobody has recorded it yet.
      </p>
      <p>
        Beside it stands what the <a href="/law">law register</a> makes of the case today: current rules,
        earlier rules, not UK law, or a re-check. Where the law has since been replaced, the case study says
        so and links what changed. It is a record, so that you can judge for yourself. It is not legal advice,
        and it is never a mark of approval for your own procurement.
      </p>
    </>
  )
}

function GoodCaseStudy() {
  return (
    <>
      <ul>
        <li>A title that says what was bought and what changed.</li>
        <li>A summary of a few sentences that a busy reader can stop after.</li>
        <li>One number that matters, with its unit, its period and its source.</li>
        <li>The steps in “Action” told so that a colleague could follow them, with what went wrong.</li>
        <li>The documents themselves: the clause, the specification, the committee report.</li>
        <li>The legal status, even if it is “Not known”.</li>
        <li>Somebody to ask, who agreed to be named.</li>
        <li>An honest list of what is not known.</li>
      </ul>
      <p>
        Short is welcome: a title, a summary, a sentence each for context, action and impact, one link and a
        few ticks can be published, and others can fill the rest.{' '}
        <a href="/case-studies/new">Share a case study</a>
      </p>
    </>
  )
}

const sections: GuideSection[] = [
  { id: 'what', title: 'What it is', body: <WhatItIs /> },
  { id: 'definition', title: 'What sustainable procurement means here', body: <Definition /> },
  { id: 'who', title: 'Who runs it', body: <WhoRunsIt /> },
  { id: 'evidence', title: 'How far to trust a page', body: <Evidence /> },
  { id: 'legal', title: 'How legal labels work', body: <LegalLabels /> },
  { id: 'good', title: 'What makes a good case study', body: <GoodCaseStudy /> },
]
