import { caseStudyPath } from '@/lib/case-studies/paths'
import { organisationPath } from '@/lib/organisations/paths'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { storyPath } from '@/lib/stories/paths'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listHeadings } from '@/lib/taxonomy/queries'

export const dynamic = 'force-dynamic'

const STATIC = [
  '/',
  '/case-studies',
  '/stories',
  '/organisations',
  '/recent-changes',
  '/categories',
  '/wanted',
  '/wanted/coverage',
  '/about',
  '/accessibility',
  '/cookies',
  '/privacy',
  '/help',
  '/people',
  '/tools',
  '/value-for-money',
  '/law',
  '/law/community-benefit-clauses',
  '/for/strategy',
  '/for/practitioners',
  '/for/service-managers',
  '/for/leaders',
]
// The protocol's own limit for one file.
const most = 50_000

/** Every public page, for search engines. */
export async function GET(): Promise<Response> {
  const [pages, headings, organisations] = await Promise.all([
    db.page.findMany({
      where: { state: 'live' },
      orderBy: { id: 'asc' },
      take: most - 2000,
      select: { id: true, kind: true, slug: true, updatedAt: true },
    }),
    listHeadings(),
    db.organisation.findMany({ where: { caseStudies: { some: {} } }, select: { id: true, slug: true } }),
  ])
  const entries = [
    ...STATIC.map((path) => entry(path)),
    ...headings.map((heading) => entry(categoryPath(heading))),
    ...organisations.map((organisation) => entry(organisationPath(organisation))),
    ...pages.map((page) =>
      entry(page.kind === 'story' ? storyPath(page) : caseStudyPath(page), page.updatedAt),
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}

function entry(path: string, changed?: Date): string {
  const changedOn = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return `<url><loc>${env.siteUrl}${path}</loc>${changedOn}</url>`
}
