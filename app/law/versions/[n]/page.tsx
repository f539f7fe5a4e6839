import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { pageNumber, versionNumber } from '@/app/_shared/page-number'
import { dayOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { LawChanges } from '@/components/legal/law-changes'
import { MovedLabels } from '@/components/legal/moved-labels'
import { NotAdvice } from '@/components/legal/not-advice'
import { Pagination } from '@/components/ui/pagination'
import { compareRegisters } from '@/lib/legal/compare-registers'
import { relabellingsPerPage } from '@/lib/legal/limits'
import { lawPath, lawVersionPath } from '@/lib/legal/paths'
import { findRegisterVersion, listRelabellings } from '@/lib/legal/queries'
import { sameForEverybody } from '@/lib/platform/kept'

type Props = { params: Promise<{ n: string }>; searchParams: Promise<{ page?: string | string[] }> }

async function find({ params }: Props) {
  const version = versionNumber((await params).n)
  return version === null ? null : findRegisterVersion(version)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (!found) return { title: 'Page not found' }
  return pageMetadata({
    title: `Version ${found.version} of the law register`,
    description: found.note,
    path: lawVersionPath(found.version),
  })
}

export default async function RegisterVersionPage(props: Props) {
  sameForEverybody()
  const found = await find(props)
  if (!found) notFound()
  const { version, note, createdAt, by, moved, register } = found
  const page = pageNumber((await props.searchParams).page)
  const before = await findRegisterVersion(version - 1)
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: lawPath, label: 'Which law governs what' },
  ]
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Version {version} of the law register</h1>
        <p className="lead">{note}</p>
        <p>
          {dayOf(createdAt)}
          {by ? `, by ${by}` : ''}
        </p>
      </div>
      <NotAdvice />
      <ShelfSection id="entries" title="What it changed">
        {before ? (
          <LawChanges changes={compareRegisters(before.register, register)} />
        ) : (
          <p>The first version: {register.laws.length} laws.</p>
        )}
      </ShelfSection>
      <Audit version={version} page={page} moved={moved} />
      <nav className="mt-8 flex flex-wrap gap-6" aria-label="Versions">
        {before ? <a href={lawVersionPath(version - 1)}>Version {version - 1}</a> : null}
        <a href={`${lawPath}#versions`}>All versions</a>
      </nav>
    </Shell>
  )
}

async function Audit({ version, page, moved }: { version: number; page: number; moved: number }) {
  const { rows, total } = await listRelabellings(version, page)
  const pages = Math.max(1, Math.ceil(total / relabellingsPerPage))
  if (page > pages) notFound()
  return (
    <ShelfSection id="labels" title={movedWords(moved)}>
      <p className="measure">
        A label is worked out from the facts of a case study and this register. No case study was changed, and
        none has a new version for it.
      </p>
      {rows.length > 0 ? <MovedLabels caption={`Labels that version ${version} moved`} rows={rows} /> : null}
      {rows.length < Math.min(relabellingsPerPage, total - (page - 1) * relabellingsPerPage) ? (
        <p className="small quiet mt-2">
          Case studies that readers can no longer see are counted, and not named.
        </p>
      ) : null}
      <Pagination
        page={page}
        pages={pages}
        hrefFor={(to) => lawVersionPath(version, to)}
        total={total}
        perPage={relabellingsPerPage}
        noun="labels"
      />
    </ShelfSection>
  )
}

function movedWords(moved: number): string {
  if (moved === 0) return 'It moved no label'
  return moved === 1 ? 'It moved 1 label' : `It moved ${moved.toLocaleString('en-GB')} labels`
}
