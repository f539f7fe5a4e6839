import type { ReactNode } from 'react'

export type FoldProps = { summary: ReactNode; open?: boolean; children: ReactNode }

/** Folded on phones, always standing open on wide screens; needs no script. */
export function Fold({ summary, open, children }: FoldProps) {
  return (
    <>
      <details className="fold" open={open}>
        <summary>{summary}</summary>
      </details>
      <div className="fold-panel">{children}</div>
    </>
  )
}
