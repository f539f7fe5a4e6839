import type { Metadata } from 'next'
import { env } from '@/lib/platform/env'

type Page = { title: string; description?: string; path: string; hidden?: boolean; feed?: string }

/** Title, description, address and preview card of a page. `hidden` keeps it out of search engines; `feed` is its Atom feed. */
export function pageMetadata({ title, description, path, hidden, feed }: Page): Metadata {
  const url = `${env.siteUrl}${path}`
  const images = [
    {
      url: `${env.siteUrl}/preview.png`,
      width: 1200,
      height: 630,
      alt: 'The Sustainable Procurement Cupboard',
    },
  ]
  return {
    title,
    description,
    alternates: {
      canonical: url,
      types: feed ? { 'application/atom+xml': `${env.siteUrl}${feed}` } : undefined,
    },
    robots: hidden ? { index: false, follow: false } : undefined,
    openGraph: {
      title,
      description,
      url,
      siteName: 'Sustainable Procurement Cupboard',
      locale: 'en_GB',
      type: 'article',
      images,
    },
    twitter: { card: 'summary_large_image' },
  }
}
