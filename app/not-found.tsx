import type { Metadata } from 'next'
import { Shell } from '@/components/layout/shell'
import { SearchBox } from '@/components/ui/search-box'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

export default function NotFound() {
  return (
    <Shell>
      <div className="pagehead">
        <h1>Page not found</h1>
        <p className="lead">
          If you typed the address, check it. If you pasted it, check that it is whole. The page may also be
          one that you may not see.
        </p>
      </div>
      <div className="mt-8 max-w-xl">
        <SearchBox id="not-found-search" label="Search for what you were looking for" action="/search" big />
      </div>
      <div className="prose mt-8">
        <p>Or start from here:</p>
        <ul>
          <li>
            <a href="/">Home</a>
          </li>
          <li>
            <a href="/case-studies">All case studies</a>
          </li>
          <li>
            <a href="/recent-changes">Recent changes</a>
          </li>
          <li>
            <a href="/help">Help</a>
          </li>
        </ul>
      </div>
    </Shell>
  )
}
