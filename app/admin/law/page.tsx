import '@/app/styles/working.css'
import { notFound } from 'next/navigation'
import { pageMetadata } from '@/app/_shared/metadata'
import { findLaws } from '@/app/law/find-laws'
import { dayOf } from '@/components/dates'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { daysOf, placesOf } from '@/components/legal/law-words'
import { VersionList } from '@/components/legal/version-list'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { requireViewer } from '@/lib/auth/session'
import { canEditLawRegister } from '@/lib/legal/access'
import { adminLawPath, editLawPath, lawPath, newLawPath } from '@/lib/legal/paths'
import { listRegisterVersions } from '@/lib/legal/queries'
import { adminPath } from '@/lib/users/paths'

export const metadata = pageMetadata({ title: 'Edit the law register', path: adminLawPath, hidden: true })

export default async function EditRegisterPage() {
  const viewer = await requireViewer(adminLawPath)
  if (!canEditLawRegister(viewer)) notFound()
  const [register, versions] = await Promise.all([findLaws(), listRegisterVersions()])
  const laws = register?.laws ?? []
  return (
    <Shell
      crumbs={[
        { href: '/', label: 'Home' },
        { href: adminPath, label: 'Accounts and roles' },
      ]}
    >
      <div className="pagehead">
        <h1>Edit the law register</h1>
        <p className="lead">
          The register decides the legal label of every case study. You see which labels would move before you
          publish. No case study is changed by it.
        </p>
        {register ? (
          <p>
            Version {register.version}, {dayOf(register.createdAt)}. <a href={lawPath}>As readers see it</a>
          </p>
        ) : null}
      </div>
      <ShelfSection
        id="laws"
        title={laws.length === 1 ? '1 law' : `${laws.length} laws`}
        aside={
          <ButtonLink href={newLawPath} kind="second" small icon="plus">
            Add a law
          </ButtonLink>
        }
      >
        <DataTable
          caption="Laws of the register"
          hideCaption
          columns={[
            { label: 'Law' },
            { label: 'Code' },
            { label: 'Where' },
            { label: 'Procurements that began' },
          ]}
          rows={laws.map((law) => ({
            key: law.code,
            cells: [
              <a key="edit" href={editLawPath(law.code)}>
                {law.name}
              </a>,
              law.code,
              placesOf(law),
              daysOf(law),
            ],
          }))}
        />
      </ShelfSection>
      <ShelfSection id="versions" title="Versions">
        <VersionList versions={versions} />
      </ShelfSection>
    </Shell>
  )
}
