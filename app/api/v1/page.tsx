import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { apiSections } from '@/components/api/guide-sections'
import { Guide } from '@/components/guides/guide'
import { openApi, problemTypes } from '@/lib/api/openapi'
import { apiPath } from '@/lib/api/paths'
import { env } from '@/lib/platform/env'
import { findTemplates } from '@/lib/templates/queries'

export const metadata = pageMetadata({
  title: 'For programs',
  description:
    'How programs read, publish, change and search case studies: addresses, fields, tokens, limits.',
  path: apiPath,
})

// The examples hold the address of this site, which is known only where it runs.
export const dynamic = 'force-dynamic'

export default async function ApiPage() {
  const { current } = await findTemplates()
  const [description, problems, site] = [openApi(), problemTypes(), env.siteUrl]
  return (
    <Guide
      title="For programs"
      lead="Read, publish, change and search case studies over HTTP in JSON. Version 1."
      sections={apiSections({ description, problems, site, template: current })}
    />
  )
}
