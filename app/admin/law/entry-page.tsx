import { notFound } from 'next/navigation'
import { Shell } from '@/components/layout/shell'
import { LawForm } from '@/components/legal/law-form'
import { requireViewer } from '@/lib/auth/session'
import { canEditLawRegister } from '@/lib/legal/access'
import { endingAsItBegins } from '@/lib/legal/entry-edit'
import { adminLawPath } from '@/lib/legal/paths'
import { findRegister } from '@/lib/legal/queries'
import type { FormValues } from '@/lib/platform/form'
import { adminPath } from '@/lib/users/paths'
import { saveLaw } from './actions'

/** The form of one law, or of a new one where `code` is null. */
export async function EntryPage({ path, code }: { path: string; code: string | null }) {
  const viewer = await requireViewer(path)
  if (!canEditLawRegister(viewer)) notFound()
  const current = await findRegister()
  const laws = current?.register.laws ?? []
  const law = laws.find((entry) => entry.code === code)
  if (code !== null && !law) notFound()
  const version = current?.version ?? 0
  const entry: FormValues = law ? { ...law } : { kind: 'procurement' }
  const draft = {
    base: String(version),
    original: law?.code ?? '',
    seen: '',
    why: '',
    along: 'on',
    law: entry,
  }
  return (
    <Shell
      crumbs={[
        { href: '/', label: 'Home' },
        { href: adminPath, label: 'Accounts and roles' },
        { href: adminLawPath, label: 'Edit the law register' },
      ]}
    >
      <div className="pagehead">
        <h1>{law ? `Edit: ${law.name}` : 'Add a law'}</h1>
        <p className="lead">
          {law
            ? `${law.code}, as in version ${version} of the register.`
            : `To version ${version} of the register.`}
        </p>
      </div>
      <LawForm
        action={saveLaw}
        draft={draft}
        others={laws.filter((other) => other !== law).map(({ code, name }) => ({ code, name }))}
        next={version + 1}
        ending={law ? endingAsItBegins(laws, law).map(({ name }) => name) : []}
      />
    </Shell>
  )
}
