import type { PageEventRow } from '@/lib/revisions/queries'

type Props = Pick<PageEventRow, 'kind' | 'other'> & {
  pathOf: (page: { id: number; slug: string }) => string
}

const WORDS: Record<PageEventRow['kind'], string> = {
  withdrawn: 'Withdrawn',
  returned: 'Put back after it had been withdrawn',
  merged: 'Merged into',
  unmerged: 'Taken out again of',
  absorbed: 'Merged into this page:',
  released: 'Taken out again of this page:',
}

/** What happened to a page as a whole, and with which other page. */
export function EventWords({ kind, other, pathOf }: Props) {
  const linked = kind !== 'withdrawn' && kind !== 'returned' && other
  return (
    <>
      {WORDS[kind]}
      {linked ? (
        <>
          {' '}
          <a href={pathOf(linked)}>{linked.title}</a>
        </>
      ) : null}
    </>
  )
}
