import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountTabs } from '@/components/account/account-tabs'
import { TokenForm } from '@/components/api/token-form'
import { TokenTable } from '@/components/api/token-table'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Shell } from '@/components/layout/shell'
import { Note } from '@/components/ui/note'
import { apiPath, tokensPath } from '@/lib/api/paths'
import { listTokens } from '@/lib/api/tokens'
import { requireViewer } from '@/lib/auth/session'
import { waitsForReview } from '@/lib/review/access'
import { accountPath } from '@/lib/users/paths'
import { endToken, makeToken } from './actions'

export const metadata = pageMetadata({ title: 'Your tokens', path: tokensPath, hidden: true })

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

type Props = { searchParams: Promise<{ revoked?: string | string[] }> }

export default async function TokensPage({ searchParams }: Props) {
  const viewer = await requireViewer(tokensPath)
  const [tokens, { revoked }] = await Promise.all([listTokens(viewer), searchParams])
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your tokens</h1>
        <p className="lead">
          A token lets a program read and write here as you. <a href={apiPath}>What programs can do</a>
        </p>
      </div>
      <AccountTabs current={tokensPath} />
      {revoked ? (
        <div className="mt-8">
          <Note kind="success" role="status" title="The token is revoked">
            <p>It stopped working at once. A program that uses it needs another.</p>
          </Note>
        </div>
      ) : null}
      <ShelfSection id="new" title="Make a token">
        <TokenForm action={makeToken} waits={waitsForReview(viewer)} />
      </ShelfSection>
      <ShelfSection id="tokens" title="Tokens that work">
        <TokenTable tokens={tokens} revoke={endToken} />
      </ShelfSection>
    </Shell>
  )
}
