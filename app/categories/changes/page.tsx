import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { ChangeRows } from '@/components/nomenclature/change-rows'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Shelf } from '@/components/ui/shelf'
import { Tabs } from '@/components/ui/tabs'
import { changesPath, nomenclaturePath, proposePath } from '@/lib/nomenclature/paths'
import { listChanges, nomenclature } from '@/lib/nomenclature/queries'
import { CHANGE_STATES, type ChangeState } from '@/lib/nomenclature/vocabulary'

export const metadata = pageMetadata({
  title: 'Changes of the contents hierarchy',
  description: 'Proposals to change the headings, the positions of public bodies, and what was decided.',
  path: changesPath(),
})

type Props = { searchParams: Promise<{ state?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: nomenclaturePath(), label: 'Headings' },
]

export default async function ChangesPage({ searchParams }: Props) {
  const state = stateIn((await searchParams).state)
  const [changes, { version }] = await Promise.all([listChanges(state ? { state } : {}), nomenclature()])
  const tabs = [
    { href: changesPath(), label: 'All', current: !state },
    ...Object.entries(CHANGE_STATES).map(([value, label]) => {
      return { href: `${changesPath()}?state=${value}`, label, current: state === value }
    }),
  ]
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Changes of the contents hierarchy</h1>
        <p className="lead">
          Anyone who may publish proposes. Public bodies take a position, one each. A moderator decides, and
          the decision can be undone. The hierarchy stands at version {version}.
        </p>
      </div>
      <p className="buttons mt-6">
        <ButtonLink href={proposePath()}>Propose a change</ButtonLink>
      </p>
      <div className="mt-8">
        <Tabs label="Which changes" items={tabs} />
      </div>
      <section className="section tight" aria-labelledby="log">
        <Shelf id="log" title={titleOf(changes.length, state)} />
        {changes.length > 0 ? (
          <ChangeRows changes={changes} />
        ) : (
          <Empty title="No change yet" level={3} word="Idea">
            Does a heading not say what your body would call it? Propose a better name.
          </Empty>
        )}
      </section>
    </Shell>
  )
}

function stateIn(asked: string | string[] | undefined): ChangeState | undefined {
  const [state = ''] = [asked].flat()
  return Object.hasOwn(CHANGE_STATES, state) ? (state as ChangeState) : undefined
}

function titleOf(count: number, state: ChangeState | undefined): string {
  const what = `${state ? `${CHANGE_STATES[state].toLowerCase()} ` : ''}change${count === 1 ? '' : 's'}`
  return `${count.toLocaleString('en-GB')} ${what}`
}
