import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyRowItem } from '@/components/case-studies/case-study-row'
import { WatchForm } from '@/components/following/watch-form'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { LawFacts, WhatChanged } from '@/components/legal/law-facts'
import { NotAdvice } from '@/components/legal/not-advice'
import { VersionList } from '@/components/legal/version-list'
import { Rows } from '@/components/ui/rows'
import { caseStudiesPath } from '@/lib/case-studies/paths'
import { listUnderLaw } from '@/lib/case-studies/under-law'
import { listVersionsOfLaw } from '@/lib/legal/law-history'
import { lawEntryPath, lawPath } from '@/lib/legal/paths'
import { REGIMES } from '@/lib/legal/vocabulary'
import { findLaws } from '../find-laws'

type Props = { params: Promise<{ code: string }> }

export function generateStaticParams() {
  return []
}

async function find({ params }: Props) {
  const code = (await params).code.toUpperCase()
  const register = await findLaws()
  const law = register?.laws.find((entry) => entry.code === code)
  return register && law ? { law, ...register } : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (!found) return { title: 'Page not found' }
  const { name, note, code } = found.law
  return pageMetadata({ title: name, description: note, path: lawEntryPath(code) })
}

export default async function LawEntryPage(props: Props) {
  const found = await find(props)
  if (!found) notFound()
  const { law, laws, names } = found
  if (lawEntryPath(law.code) !== `/law/${(await props.params).code}`)
    permanentRedirect(lawEntryPath(law.code))

  const crumbs = [
    { href: '/', label: 'Home' },
    { href: lawPath, label: 'Which law governs what' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>{law.name}</h1>
        {law.note ? <p className="lead">{law.note}</p> : null}
        <div className="buttons ui mt-4">
          <WatchForm kind="law" value={law.code} name={law.name} back={lawEntryPath(law.code)} />
        </div>
      </div>
      <NotAdvice />
      <ShelfSection id="what" title="What the register says">
        <LawFacts
          law={law}
          names={names}
          before={laws.filter(({ successors }) => successors.includes(law.code)).map(({ code }) => code)}
        />
      </ShelfSection>
      <ShelfSection id="changed" title="What changed, for whoever copies an older case">
        <WhatChanged law={law} names={names} />
      </ShelfSection>
      <CaseStudies code={law.code} name={law.name} />
      <ShelfSection id="versions" title="Versions of the register that changed this entry">
        <VersionList versions={await listVersionsOfLaw(law.code)} />
      </ShelfSection>
    </Shell>
  )
}

async function CaseStudies({ code, name }: { code: string; name: string }) {
  const { rows, total, named } = await listUnderLaw(code)
  const title =
    total === 1 ? '1 case study under it' : `${total.toLocaleString('en-GB')} case studies under it`
  const filtered = `${caseStudiesPath}?law=${code}`
  return (
    <ShelfSection
      id="case-studies"
      title={title}
      aside={code in REGIMES && named > 0 ? <a href={filtered}>{allOf(named)}</a> : undefined}
    >
      {rows.length > 0 ? (
        <Rows>
          {rows.map((row) => (
            <CaseStudyRowItem key={row.id} row={row} />
          ))}
        </Rows>
      ) : (
        <p>
          No case study is on record as bought under {name.startsWith('Regulations') ? name : `the ${name}`}.
        </p>
      )}
    </ShelfSection>
  )
}

function allOf(named: number): string {
  return named === 1
    ? 'The 1 whose record names it'
    : `All ${named.toLocaleString('en-GB')} whose record names it`
}
