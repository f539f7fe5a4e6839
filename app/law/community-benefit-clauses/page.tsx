import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { Guide } from '@/components/guides/guide'
import {
  communityBenefitLead,
  communityBenefitSections,
  communityBenefitTitle,
} from '@/components/legal/community-benefit-sections'
import { Rows } from '@/components/ui/rows'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import { CLAUSE_LABELS, listShowingClauses } from '@/lib/case-studies/showing-clauses'
import { communityBenefitPath, lawPath } from '@/lib/legal/paths'
import { sameForEverybody } from '@/lib/platform/kept'
import { categoryPath } from '@/lib/taxonomy/paths'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'

export const dynamic = 'force-dynamic'

export const metadata = pageMetadata({
  title: 'Community benefit clauses: jobs and training in a contract',
  description:
    'What a contract may ask for: jobs for long-term unemployed people, new entrants and trainees. When that was said, what has changed since, and case studies that show it.',
  path: communityBenefitPath,
})

export default async function CommunityBenefitPage() {
  sameForEverybody()
  const [rows, all] = await Promise.all([listShowingClauses(), listHeadings()])
  const headings = all.filter(({ code }) => CLAUSE_LABELS.includes(code))
  return (
    <Guide
      title={communityBenefitTitle}
      lead={communityBenefitLead}
      crumbs={[
        { href: '/', label: 'Home' },
        { href: lawPath, label: 'Which law governs what' },
      ]}
      sections={[
        ...communityBenefitSections,
        { id: 'cases', title: 'Case studies', body: <Cases rows={rows} headings={headings} /> },
      ]}
      foot="This is a record of what was said and when. It is not legal advice. Ask your own legal department before you copy a clause."
    />
  )
}

function Cases({ rows, headings }: { rows: CaseStudyRow[]; headings: Heading[] }) {
  if (rows.length === 0)
    return (
      <p>
        None yet. Do you know one? <a href="/case-studies/new">Share a case study</a>
      </p>
    )
  return (
    <>
      <p>
        Those about work for people, about contract clauses or about both, those about both first. Each shows
        the law it was bought under, as far as that is known.
      </p>
      <Rows>
        {rows.map((row) => (
          <CaseStudyRowItem key={row.id} row={row} />
        ))}
      </Rows>
      <p className="mt-6">
        All of them, by label:{' '}
        {headings.map((heading, position) => (
          <span key={heading.code}>
            {position > 0 ? ', ' : ''}
            <a href={categoryPath(heading)}>{heading.name}</a>
          </span>
        ))}
      </p>
    </>
  )
}
