import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { Tabs } from '@/components/ui/tabs'
import { CoverageTable } from '@/components/wanted/coverage-table'
import { findCoverage } from '@/lib/wanted/coverage'
import { coverageByPath, coveragePath, wantedPath } from '@/lib/wanted/paths'

export const metadata = pageMetadata({
  title: 'Where the gaps are',
  description: 'How many case studies there are for each contract area by nation and by kind of public body.',
  path: coveragePath,
})

type Props = { searchParams: Promise<{ by?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: wantedPath, label: 'Wanted' },
]

export default async function CoveragePage({ searchParams }: Props) {
  const by = [(await searchParams).by].flat()[0] === 'body' ? 'body' : 'nation'
  const coverage = await findCoverage(by)
  const tabs = [
    { href: coverageByPath('nation'), label: 'By nation', current: by === 'nation' },
    { href: coverageByPath('body'), label: 'By kind of body', current: by === 'body' },
  ]
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Where the gaps are</h1>
        <p className="lead">
          What the Cupboard covers, area by area. Where nothing stands, ask for it: another body may have it.
        </p>
      </div>
      <div className="mt-8">
        <Tabs label="How it is divided" items={tabs} />
      </div>
      <CoverageTable coverage={coverage} by={by} />
      <p className="small quiet measure mt-4">
        {by === 'nation'
          ? 'The nation is the one whose law governed. “Across or elsewhere” holds those for several nations, outside the United Kingdom, and not known.'
          : 'The kind of body is that of the organisation in the directory. “Not known” holds those whose organisation is not in it.'}{' '}
        A row adds up. A case study that stands under several areas is counted in each of them, and once in
        the last row.
      </p>
    </Shell>
  )
}
