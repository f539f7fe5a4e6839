import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { ButtonLink } from '@/components/ui/button-link'
import { ChoiceLine } from '@/components/ui/choice-line'
import { Empty } from '@/components/ui/empty'
import { Fold } from '@/components/ui/fold'
import { Pagination } from '@/components/ui/pagination'
import { Shelf } from '@/components/ui/shelf'
import { Tabs } from '@/components/ui/tabs'
import { AreaTable } from '@/components/wanted/area-table'
import { WantedRows } from '@/components/wanted/wanted-rows'
import { getViewer } from '@/lib/auth/session'
import { labelNames } from '@/lib/taxonomy/queries'
import { countByArea } from '@/lib/wanted/areas'
import { wantedPerPage } from '@/lib/wanted/limits'
import { askPath, coveragePath, wantedListPath, wantedPath } from '@/lib/wanted/paths'
import { listWanted, type WantedChoice } from '@/lib/wanted/queries'
import { WANTED_SORTS, WANTED_STATES, type WantedState } from '@/lib/wanted/vocabulary'
import { type Asked, readChoice } from './read-choice'

type Props = { searchParams: Promise<Asked> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page, state } = readChoice(await searchParams)
  return pageMetadata({
    title: page > 1 ? `Wanted, page ${page}` : 'Wanted',
    description:
      'Case studies and documents that people look for, and what was searched for in vain. Answer one, or say that your body will write it.',
    path: wantedPath,
    hidden: state === 'hidden',
  })
}

export default async function WantedPage({ searchParams }: Props) {
  const choice = readChoice(await searchParams)
  // Only what is hidden depends on who asks: the list itself is the same for all.
  const viewer = choice.state === 'hidden' ? await getViewer() : null
  const [{ rows, total }, areas, names] = await Promise.all([
    listWanted(viewer, choice),
    countByArea(),
    labelNames(),
  ])
  const area = choice.category ? (names.get(choice.category) ?? choice.category) : ''
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Wanted</h1>
        <p className="lead">
          What people look for and have not found here. Answer one with a page, or say that your body will
          write it.
        </p>
      </div>
      <p className="buttons mt-6">
        <ButtonLink href={askPath({ category: choice.category })}>Ask for something</ButtonLink>
        <ButtonLink href={coveragePath} kind="second">
          See where the gaps are
        </ButtonLink>
      </p>
      <div className="with-side left">
        <div className="side ui">
          <Fold summary="Unanswered by area">
            <h2>Unanswered by area</h2>
            <AreaTable areas={areas} current={choice.category} />
          </Fold>
        </div>
        <div>
          <Tabs label="Which requests" items={tabsOf(choice)} />
          <section className="section tight" aria-labelledby="list">
            <Shelf
              id="list"
              title={titleOf(total, choice.state, area)}
              aside={<ChoiceLine label="Sort by" choices={sortsOf(choice)} />}
            />
            {rows.length > 0 ? <WantedRows rows={rows} /> : <Nothing choice={choice} area={area} />}
            <Pagination
              page={choice.page}
              pages={Math.max(1, Math.ceil(total / wantedPerPage))}
              total={total}
              perPage={wantedPerPage}
              noun="requests"
              hrefFor={(page) => wantedListPath({ ...choice, page })}
            />
          </section>
        </div>
      </div>
    </Shell>
  )
}

function sortsOf(choice: WantedChoice) {
  return Object.entries(WANTED_SORTS).map(([sort, label]) => {
    return { label, href: wantedListPath({ ...choice, sort, page: 1 }), current: sort === choice.sort }
  })
}

function Nothing({ choice: { state, category }, area }: { choice: WantedChoice; area: string }) {
  if (state !== 'open') return <p className="mt-6">There is none.</p>
  return (
    <Empty title={area ? `Nobody asks about ${area.toLowerCase()}` : 'Nothing is wanted'} level={3}>
      <p>
        Do you look for a case study or a document that is not here?{' '}
        <a href={askPath({ category })}>Ask for it</a>
      </p>
    </Empty>
  )
}

function tabsOf({ state: current, category, sort }: WantedChoice) {
  const shown: WantedState[] = ['open', 'answered', 'withdrawn', 'closed']
  return (current === 'hidden' ? [...shown, current] : shown).map((state) => {
    const label = WANTED_STATES[state]
    return { href: wantedListPath({ state, category, sort }), label, current: state === current }
  })
}

function titleOf(total: number, state: WantedState, area: string): string {
  const what = state === 'open' ? 'unanswered' : WANTED_STATES[state].toLowerCase()
  const where = area ? `: ${area}` : ''
  return `${total.toLocaleString('en-GB')} ${what} request${total === 1 ? '' : 's'}${where}`
}
