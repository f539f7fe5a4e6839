import { pageMetadata } from '@/app/_shared/metadata'
import { OwnScript } from '@/components/islands/own-script'
import { Shell } from '@/components/layout/shell'
import { isMeantBy } from '@/components/nomenclature/match'
import { OutOfUse } from '@/components/nomenclature/out-of-use'
import { TermFilter } from '@/components/nomenclature/term-filter'
import { TermTable } from '@/components/nomenclature/term-table'
import { Empty } from '@/components/ui/empty'
import { Shelf } from '@/components/ui/shelf'
import { changesPath, nomenclaturePath, proposePath } from '@/lib/nomenclature/paths'
import { nomenclature, type Term } from '@/lib/nomenclature/queries'
import { categoryPath } from '@/lib/taxonomy/paths'

export const metadata = pageMetadata({
  title: 'Headings of the Cupboard',
  description:
    'Every contract area and heading: what belongs there, what else it is called, its CPV divisions, and which public bodies agreed the name.',
  path: nomenclaturePath(),
})

type Props = { searchParams: Promise<{ q?: string | string[] }> }

const wordsMax = 100

export default async function NomenclaturePage({ searchParams }: Props) {
  const [asked = ''] = [(await searchParams).q].flat()
  const words = asked.slice(0, wordsMax).trim()
  const { version, terms } = await nomenclature()
  const found = terms.filter((term) => term.parentCode !== null && isMeantBy(words, term))
  const inUse = found.filter(({ retiredAt }) => retiredAt === null)
  const retired = found.filter(({ retiredAt }) => retiredAt !== null)
  const sections = terms.filter(({ parentCode }) => parentCode === null)
  const areas = sections.find(({ section }) => section === 'contracts')
  return (
    <Shell current="browse" crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Headings of the Cupboard</h1>
        <p className="lead">
          What each one is called, what belongs there, and which public bodies agreed the name. Contract areas
          start as proposed because nobody has reviewed them yet.
        </p>
      </div>
      <p className="mt-4">
        This is version {version}. <a href={changesPath()}>See what changed and what is proposed</a>, or{' '}
        <a href={proposePath()}>propose a change</a>.
      </p>
      <TermFilter words={words} found={words ? inUse.length : null} />
      {areas ? <Part section={areas} title="Contract areas" terms={inUse} level={2} /> : null}
      <h2 className="vh">Other headings</h2>
      {sections
        .filter((section) => section !== areas)
        .map((section) => (
          <Part key={section.code} section={section} title={section.name} terms={inUse} level={3} />
        ))}
      {words && inUse.length === 0 ? (
        <Empty title={`No heading matches “${words}”`} word="None">
          <p>
            Try another word for it, or <a href={nomenclaturePath()}>see all headings</a>. If none fits,{' '}
            <a href={proposePath({ kind: 'add' })}>propose one</a>.
          </p>
        </Empty>
      ) : null}
      {retired.length > 0 ? <OutOfUse retired={retired} all={terms} /> : null}
      <OwnScript name="filter" />
    </Shell>
  )
}

type PartProps = { section: Term; title: string; terms: Term[]; level: 2 | 3 }

function Part({ section, title, terms, level }: PartProps) {
  const own = terms.filter((term) => term.section === section.section)
  if (own.length === 0) return null
  const id = `part-${section.code}`
  return (
    <section className="section tight" aria-labelledby={id} data-filter-group="">
      <Shelf id={id} title={title} level={level} aside={<a href={categoryPath(section)}>Browse them</a>} />
      <p className="measure">{section.note}</p>
      <TermTable
        terms={own}
        caption={title}
        withCpv={section.section === 'contracts'}
        first={section.section === 'contracts' ? 'Contract area' : 'Heading'}
      />
    </section>
  )
}
