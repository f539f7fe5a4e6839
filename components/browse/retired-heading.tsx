import type { ChangeSummary } from '@/lib/nomenclature/queries'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { CountedHeading, Heading } from '@/lib/taxonomy/queries'
import { ShelfSection } from '../layout/shelf-section'
import { ChangeRows } from '../nomenclature/change-rows'
import { Tree } from '../ui/tree'

type Props = { heading: Heading; leadsTo: CountedHeading[]; changes: ChangeSummary[] }

/** A heading that was split: nobody can tell which of its parts a reader wants, so they are listed. */
export function RetiredHeading({ heading, leadsTo, changes }: Props) {
  return (
    <>
      <div className="pagehead">
        <h1>{heading.name}</h1>
        <p className="lead">This heading is no longer in use. What it held now stands under these.</p>
      </div>
      <div className="mt-8 max-w-2xl">
        <Tree items={leadsTo.map((to) => ({ href: categoryPath(to), label: to.name, count: to.count }))} />
      </div>
      {changes.length > 0 ? (
        <ShelfSection id="why" title="How it was decided">
          <ChangeRows changes={changes} />
        </ShelfSection>
      ) : null}
    </>
  )
}
