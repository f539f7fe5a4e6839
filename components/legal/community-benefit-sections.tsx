import { lawEntryPath } from '@/lib/legal/paths'
import type { GuideSection } from '../guides/guide'
import { NotAdvice } from './not-advice'

export const communityBenefitTitle = 'Community benefit clauses'
export const communityBenefitLead =
  'A contract may ask for jobs for long-term unemployed people, new entrants or people in training. It may not say that jobs must go to local people. So it was put in 2008.'

function Point() {
  return (
    <>
      <blockquote>
        <p>
          “You can say in a contract that x of jobs must go to the long-term unemployed, or new entrants to
          the labour market, or people needing vocational training. But you can’t say that jobs must go to
          local people. That is the key[.] In reality, most - if not all - the jobs will go to local people or
          those from the surrounding area.”
        </p>
      </blockquote>
      <p className="small">
        Mark Cook, Anthony Collins Solicitors, as quoted on the slides “Sustainable Procurement and
        Commissioning – overview” by Elizabeth Cox and Josh Ryan-Collins, Whole Life Costing Working Group, 7
        October 2008. The stored copy of the slides reads “x of jobs”; a sign may be missing there. Where and
        when he first said it is not on them.
      </p>
      <NotAdvice />
    </>
  )
}

function Before() {
  return (
    <>
      <p>
        Richard Macfarlane and Mark Cook had examined the law and policy of the time in a report for the
        Joseph Rowntree Foundation in 2002. Among its findings, in its own summary:
      </p>
      <ul>
        <li>neither government policy nor European rules prohibited community benefits in procurement;</li>
        <li>they must be part of the core purpose of the contract;</li>
        <li>they must not put contractors from elsewhere at a disadvantage.</li>
      </ul>
      <p className="small">
        Source:{' '}
        <a
          href="https://www.jrf.org.uk/report/achieving-community-benefits-through-contracts-law-policy-and-practice"
          rel="nofollow"
        >
          Joseph Rowntree Foundation, Achieving community benefits through contracts
        </a>
        . Seen in part.
      </p>
    </>
  )
}

function Since() {
  return (
    <>
      <p>The point was made about the law of 2008. Since then:</p>
      <dl className="clause-changes">
        <dt>24 February 2025: England, Wales and Northern Ireland</dt>
        <dd>
          The <a href={lawEntryPath('PA2023')}>Procurement Act 2023</a> governs procurements that begin from
          that day. Contracts made under the <a href={lawEntryPath('PCR2015')}>earlier regulations</a> stay
          under them. Clauses written for the earlier law have to be checked before they are copied.
        </dd>
        <dt>4 February 2026: England, below the thresholds</dt>
        <dd>
          The Local Government (Exclusion of Non-commercial Considerations) (England) Order 2026 came into
          force. Best value authorities and parish councils in England may reserve a competition below the
          thresholds of the Procurement Act 2023 to suppliers in their local area or in the UK, if they say so
          in the notice. It is about where the supplier works. The pages that were read do not say that a
          contract may now ask for jobs for local people. Sources:{' '}
          <a
            href="https://www.brabners.com/insights/procurement/key-considerations-for-local-authorities-navigating-the-2026-below-threshold-procurement-reforms"
            rel="nofollow"
          >
            Brabners, on what the order does
          </a>{' '}
          and{' '}
          <a
            href="https://www.brownejacobson.com/insights/local-authorities-now-permitted-to-reserve-below-threshold-procurements-to-local-or-uk-suppliers"
            rel="nofollow"
          >
            Browne Jacobson, 26 February 2026
          </a>
          .
        </dd>
        <dt>Scotland</dt>
        <dd>
          Scotland has law of its own. Under the{' '}
          <a href={lawEntryPath('PRSA2014')}>Procurement Reform (Scotland) Act 2014</a> a body must consider
          community benefit requirements in a procurement of £4 million or more, and give reasons where it
          asks for none. Source:{' '}
          <a
            href="http://www.legislation.gov.uk/asp/2014/12/part/3/crossheading/community-benefit-requirements/enacted?view=plain"
            rel="nofollow"
          >
            legislation.gov.uk, the Act as enacted
          </a>
          .
        </dd>
      </dl>
    </>
  )
}

function NotKnown() {
  return (
    <ul>
      <li>
        Whether the sentence would be put the same way under the law of today. Nobody has recorded a view.
      </li>
      <li>How often the order of 2026 has been used, and by whom.</li>
      <li>Whether the sum of £4 million in Scotland has been changed since the Act was made.</li>
    </ul>
  )
}

/** What was said of them and when; the case studies that show it are added where they are read. */
export const communityBenefitSections: GuideSection[] = [
  { id: 'point', title: 'The point', body: <Point /> },
  { id: 'before', title: 'What it stood on', body: <Before /> },
  { id: 'since', title: 'What has changed since', body: <Since /> },
  { id: 'not-known', title: 'What is not known', body: <NotKnown /> },
]
