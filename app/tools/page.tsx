import { pageMetadata } from '@/app/_shared/metadata'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { ToolsTable } from '@/components/tools/tools-table'
import { Tree } from '@/components/ui/tree'
import { categoryPath } from '@/lib/taxonomy/paths'
import { type CountedHeading, listCountedHeadings } from '@/lib/taxonomy/queries'

export const metadata = pageMetadata({
  title: 'Tools',
  description: 'Which calculators are planned for the Cupboard, and what it holds today on their methods.',
  path: '/tools',
})

export default async function ToolsPage() {
  const headings = await listCountedHeadings()
  const methods = headings.filter(({ code }) => code.length > 1 && code.startsWith('E'))
  return (
    <Shell current="tools" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Tools</h1>
        <p className="lead">
          None of the calculators is here yet. What is here today are case studies on some of the methods.
        </p>
      </div>
      <ShelfSection id="coming" title="Planned">
        <ToolsTable headings={headings} />
      </ShelfSection>
      <ShelfSection id="methods" title="Methods you can read about today">
        <div className="max-w-2xl">
          <Tree items={methods.map(itemOf)} />
        </div>
        <p className="mt-6">
          For the arguments rather than the sums, see <a href="/value-for-money">value for money</a>.
        </p>
      </ShelfSection>
    </Shell>
  )
}

function itemOf(heading: CountedHeading) {
  return { href: categoryPath(heading), label: heading.name, count: heading.count }
}
