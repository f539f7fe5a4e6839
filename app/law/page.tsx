import { pageMetadata } from '@/app/_shared/metadata'
import { dayOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { LabelMeanings } from '@/components/legal/label-meanings'
import { LawTable } from '@/components/legal/law-table'
import { NotAdvice } from '@/components/legal/not-advice'
import { VersionList } from '@/components/legal/version-list'
import { communityBenefitPath, lawPath, lawVersionPath } from '@/lib/legal/paths'
import { listRegisterVersions } from '@/lib/legal/queries'
import { UK_NATIONS, type UkNation } from '@/lib/legal/vocabulary'
import { sameForEverybody } from '@/lib/platform/kept'
import { findLaws, type Laws } from './find-laws'

// What it shows changes with the register, and with the day: a build cannot know either.
export const dynamic = 'force-dynamic'

export const metadata = pageMetadata({
  title: 'Which law governs what: the law register',
  description:
    'The procurement laws of England, Wales, Scotland and Northern Ireland by date, and how the Cupboard works out the legal label of a case study from them.',
  path: lawPath,
})

export default async function LawPage() {
  sameForEverybody()
  const [register, versions] = await Promise.all([findLaws(), listRegisterVersions()])
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Which law governs what</h1>
        <p className="lead">
          The law register. The nation of the buying body and the day on which a procurement began decide
          which law governs it. From that, every case study gets its legal label.
        </p>
      </div>
      <NotAdvice />
      {register ? <Register register={register} /> : <p className="mt-8">The register is not written yet.</p>}
      <ShelfSection id="labels" title="What the labels mean">
        <LabelMeanings />
      </ShelfSection>
      <ShelfSection id="know-how" title="Know-how">
        <p>
          <a href={communityBenefitPath}>Community benefit clauses: jobs and training in a contract</a>
        </p>
      </ShelfSection>
      <ShelfSection id="versions" title="Versions of the register">
        <VersionList versions={versions} />
      </ShelfSection>
    </Shell>
  )
}

function Register({ register }: { register: Laws }) {
  const { laws, names, version, createdAt, note } = register
  const general = laws.filter(({ kind, nations }) => kind === 'procurement' && nations.length > 0)
  const special = laws.filter(({ kind, nations }) => kind === 'special' && nations.length > 0)
  const elsewhere = laws.filter(({ nations }) => nations.length === 0)
  const beside = laws.filter((law) => ![...general, ...special, ...elsewhere].includes(law))
  const others = [
    {
      id: 'special',
      title: 'Special procurement laws',
      laws: special,
      note: 'For some bodies or services. They govern only where a case study names them.',
    },
    {
      id: 'beside',
      title: 'Duties and powers beside procurement law',
      laws: beside,
      note: 'They never decide a label by themselves.',
    },
    { id: 'elsewhere', title: 'Not UK law', laws: elsewhere, note: '' },
  ].filter(({ laws }) => laws.length > 0)
  return (
    <>
      <p className="measure mt-4">
        <a href={lawVersionPath(version)}>Version {version}</a>, {dayOf(createdAt)}. {note}
        {/[.!?]$/.test(note) ? '' : '.'}
      </p>
      <nav className="mt-4 flex flex-wrap gap-x-6 gap-y-2" aria-label="Nations">
        {PLACES.map((nation) => (
          <a key={nation} href={`#${idOf(nation)}`}>
            {nation}
          </a>
        ))}
      </nav>
      {PLACES.map((nation) => (
        <ShelfSection key={nation} id={idOf(nation)} title={nation}>
          <LawTable
            caption={`Procurement laws of ${nation}`}
            laws={general.filter(({ nations }) => nations.includes(nation))}
            all={laws}
            names={names}
            nation={nation}
          />
        </ShelfSection>
      ))}
      {others.map(({ id, title, laws, note }) => (
        <ShelfSection key={id} id={id} title={title}>
          {note ? <p className="measure">{note}</p> : null}
          <LawTable caption={title} laws={laws} names={names} />
        </ShelfSection>
      ))}
    </>
  )
}

const PLACES = Object.keys(UK_NATIONS) as UkNation[]

function idOf(nation: string): string {
  return nation.toLowerCase().replaceAll(' ', '-')
}
