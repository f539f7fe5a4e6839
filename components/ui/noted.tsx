import type { ReactNode } from 'react'

export type NotedProps = { notes?: { number: number; id?: string; text: ReactNode }[]; children: ReactNode }

/** Text with its sources in the margin on wide screens, under it on narrow ones. */
export function Noted({ notes = [], children }: NotedProps) {
  return (
    <div className="noted">
      <div className="prose">{children}</div>
      {notes.length > 0 ? (
        <div className="margin-notes ui" role="note" aria-label="Sources for this part">
          {notes.map(({ number, id, text }) => (
            <p key={number} id={id}>
              <b>{number}</b>
              {text}
            </p>
          ))}
        </div>
      ) : null}
    </div>
  )
}
