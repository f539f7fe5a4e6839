import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ComponentType } from 'react'
import { pageMetadata } from '@/app/_shared/metadata'
import { OtherRoutes } from '@/components/audiences/other-routes'
import { AUDIENCES, type Audience, audiencePath, isAudience } from '@/components/audiences/routes'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { ForLeaders, ForPractitioners, ForServiceManagers, ForStrategy } from './lists'

type Props = { params: Promise<{ audience: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(AUDIENCES).map((audience) => ({ audience }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { audience } = await params
  if (!isAudience(audience)) return {}
  const { title, lead } = AUDIENCES[audience]
  return pageMetadata({ title, description: lead, path: audiencePath(audience) })
}

const LISTS: Record<Audience, ComponentType> = {
  strategy: ForStrategy,
  practitioners: ForPractitioners,
  'service-managers': ForServiceManagers,
  leaders: ForLeaders,
}

export default async function AudiencePage({ params }: Props) {
  const { audience } = await params
  if (!isAudience(audience)) notFound()
  const { title, forWhom, lead } = AUDIENCES[audience]
  const Lists = LISTS[audience]
  return (
    <Shell crumbs={[{ href: '/', label: 'Home' }]}>
      <div className="pagehead">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        <p className="small quiet">{forWhom}</p>
      </div>
      <Lists />
      <ShelfSection id="other" title="Other ways in">
        <OtherRoutes audience={audience} />
      </ShelfSection>
    </Shell>
  )
}
