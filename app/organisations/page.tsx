import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { DirectoryFilter } from '@/components/organisations/directory-filter'
import { DirectoryTable } from '@/components/organisations/directory-table'
import { Empty } from '@/components/ui/empty'
import { Pagination } from '@/components/ui/pagination'
import { Shelf } from '@/components/ui/shelf'
import { readOrganisationFilter } from '@/lib/organisations/filter'
import { directoryPath, organisationsPath } from '@/lib/organisations/paths'
import { listOrganisations, type OrganisationFilter, organisationsPerPage } from '@/lib/organisations/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { page } = readOrganisationFilter(await searchParams)
  return pageMetadata({
    title: page > 1 ? `Organisations (page ${page})` : 'Organisations',
    description:
      'Councils, NHS bodies, police, fire, universities and other bodies, with their case studies.',
    path: organisationsPath,
  })
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const { filter, total, rows } = await pageOf(readOrganisationFilter(await searchParams))
  const narrowed = Boolean(filter.words || filter.type || filter.region)
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>Organisations</h1>
        <p className="lead">
          Public bodies of every kind, and those they buy from. Being listed is not an endorsement by anyone.
        </p>
      </div>
      <DirectoryFilter filter={filter} />
      <section className="section tight" aria-labelledby="listed">
        <Shelf
          id="listed"
          title={total === 1 ? '1 organisation' : `${total.toLocaleString('en-GB')} organisations`}
          aside={narrowed ? <a href={organisationsPath}>Clear and start again</a> : undefined}
        />
        {rows.length > 0 ? <DirectoryTable rows={rows} /> : <NothingFits />}
        <Pagination
          page={filter.page}
          pages={Math.ceil(total / organisationsPerPage)}
          hrefFor={(page) => directoryPath({ ...filter, page })}
          total={total}
          perPage={organisationsPerPage}
          noun="organisations"
        />
      </section>
    </Shell>
  )
}

/** A page beyond the last one shows the first. */
async function pageOf(filter: OrganisationFilter) {
  const found = await listOrganisations(filter)
  if (found.rows.length > 0 || filter.page === 1) return { filter, ...found }
  const first = { ...filter, page: 1 }
  return { filter: first, ...(await listOrganisations(first)) }
}

function NothingFits() {
  return (
    <Empty title="No organisation fits" level={3} word="Whose?">
      <p className="measure">
        Try a shorter part of the name, or another kind or region. A case study can name a body that is not in
        the directory, so this need not stop you from <a href="/case-studies/new">sharing one</a>.
      </p>
    </Empty>
  )
}
