import { feedPath, type RecentFilter, recentChangesPath } from '@/lib/revisions/paths'

type Props = { scope: Partial<Pick<RecentFilter, 'category' | 'organisation'>>; name: string }

/** The way to what has changed under a heading or in an organisation, and to its feed. */
export function RecentLink({ scope, name }: Props) {
  return (
    <p className="small ui mt-8">
      <a href={recentChangesPath(scope)}>
        Recent changes here<span className="vh">: {name}</span>
      </a>{' '}
      ·{' '}
      <a href={feedPath(scope)} type="application/atom+xml">
        Atom feed<span className="vh"> of {name}</span>
      </a>
    </p>
  )
}
