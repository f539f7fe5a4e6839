import { pageMetadata } from '@/app/_shared/metadata'
import { Guide, type GuideSection } from '@/components/guides/guide'

export const metadata = pageMetadata({
  title: 'Value for money',
  description:
    'What value for money means in public buying, in the words of HM Treasury, and an answer to “cheapest wins”.',
  path: '/value-for-money',
})

export default function ValueForMoneyPage() {
  return (
    <Guide
      title="Value for money"
      lead="For the colleague who says that the cheapest bid has to win."
      sections={sections}
      foot="This is a record of sources, not legal or financial advice. Written in November 2026."
    />
  )
}

function Definition() {
  return (
    <>
      <blockquote>
        <p>
          “Value for money is defined as the optimum combination of whole-of-life costs and quality (or
          fitness for purpose) of the good or service to meet the users requirement. Value for money is not
          the choice of goods and services based on the lowest cost bid.”
        </p>
      </blockquote>
      <p className="small">
        Source: HM Treasury (2006), <cite>Value for money guidance</cite>, page 7, as quoted on slides of the
        New Economics Foundation (nef), “Sustainable Procurement and Commissioning: overview”, 7 October 2008.
        The words have not been compared with the guidance itself.
      </p>
    </>
  )
}

function WiderEffects() {
  return (
    <>
      <blockquote>
        <p>
          “Wider social and environmental costs and benefits for which there is no market price also need to
          be brought into any assessment. They will often be more difficult to assess but are often important
          and should not be ignored simply because they cannot easily be costed.”
        </p>
      </blockquote>
      <p className="small">
        Source: HM Treasury (2003), <cite>Green Book</cite>, page 19, as quoted on the same slides.
      </p>
    </>
  )
}

function Today() {
  return (
    <ul>
      <li>
        HM Treasury’s Green Book, quoted above in its edition of 2003, was changed in February 2026 (see{' '}
        <a href="https://www.gov.uk/government/publications/tag-forthcoming-changes/forthcoming-change-green-book-updates">
          a note on the changes
        </a>
        ), and its discount rate was reviewed in 2026 (see{' '}
        <a href="https://www.gov.uk/government/publications/green-book-discount-rate-review-2026/review-of-discounting-in-the-green-book-terms-of-reference">
          the terms of reference
        </a>
        ). The review reported on 30 June 2026. What it found, and what the Green Book now says about value
        for money, have not been read for this page: check before you quote it.
      </li>
      <li>
        For procurements begun from 24 February 2025 under the Procurement Act 2023, the award goes to the
        “most advantageous” tender. The older words were “most economically advantageous” (see{' '}
        <a href="https://www.tenderconsultants.co.uk/navigating-ppn-002-maximising-social-value-in-2025-bids">
          a consultant’s note on the change
        </a>
        ). Neither says “cheapest”. Scottish law is separate.
      </li>
    </ul>
  )
}

function Example() {
  return (
    <>
      <p>
        These figures are invented to show the sum. Machine A costs £100,000 to buy, £30,000 a year to run for
        ten years, and £5,000 to dispose of in year 10. Machine B costs £150,000, £18,000 a year, and £2,000.
      </p>
      <p>
        At the Green Book’s standard rate, seen as 3.5% a year, with payments at the end of each year, A costs
        £353,043 over its life and B costs £301,117. B is £50,000 dearer to buy and £51,926 cheaper to own. At
        a rate of 10% the saving is £24,891, and at 20% it is £794.
      </p>
      <p>
        The sum leaves out carbon, jobs and quality. Say so rather than count them as nothing. See what the
        Cupboard holds on <a href="/categories/e2-whole-life-cost-and-value">whole life cost and value</a> and
        on <a href="/categories/e1.2-cost-benefit">cost and benefit</a>.
      </p>
    </>
  )
}

function Barriers() {
  return (
    <>
      <p>The same slides list challenges for procurement officers in 2008, as headings only. In our words:</p>
      <ul>
        <li>a narrow reading of value for money</li>
        <li>savings that can be banked counting for more than those that cannot</li>
        <li>price counting for more than whole life cost</li>
        <li>budgets in silos, so that one pays and another saves</li>
        <li>bundling contracts into larger ones</li>
      </ul>
      <p>
        They add that you are free to decide what you are buying: you can contract for a sports hall, or for a
        community centre and the regeneration of the community.
      </p>
    </>
  )
}

const sections: GuideSection[] = [
  { id: 'definition', title: 'Not the lowest bid', body: <Definition /> },
  { id: 'wider', title: 'What has no price counts too', body: <WiderEffects /> },
  { id: 'today', title: 'What guides it today', body: <Today /> },
  { id: 'example', title: 'A worked example', body: <Example /> },
  { id: 'barriers', title: 'What gets in the way', body: <Barriers /> },
]
