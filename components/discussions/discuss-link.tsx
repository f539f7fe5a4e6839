import { type Discussed, discussionPath } from '@/lib/discussions/paths'

type Props = { page: Discussed; field: string; what: string; open?: number }

/** Leads from a part of a page to the talk about it, and says how many threads are open there. */
export function DiscussLink({ page, field, what, open = 0 }: Props) {
  return (
    <a className="discuss" href={discussionPath(page, field)}>
      Discuss<span className="vh"> {what}</span>
      {open > 0 ? (
        <>
          {' '}
          ({open}
          <span className="vh"> open</span>)
        </>
      ) : null}
    </a>
  )
}
