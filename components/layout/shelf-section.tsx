import type { ReactNode } from 'react'
import { Shelf } from '../ui/shelf'

type Props = { id: string; title: string; aside?: ReactNode; children: ReactNode }

/** A part of a page under a heading on its shelf. */
export function ShelfSection({ id, title, aside, children }: Props) {
  return (
    <section className="section tight" aria-labelledby={id}>
      <Shelf id={id} title={title} aside={aside} />
      {children}
    </section>
  )
}
