import { env } from '@/lib/platform/env'

const PRIVATE = ['/account', '/admin', '/api', '/review', '/search', '/sign-in', '/register']

export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${env.siteUrl}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
