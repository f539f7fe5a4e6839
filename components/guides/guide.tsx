import type { ReactNode } from 'react'
import { type Crumb, Shell } from '../layout/shell'
import { Shelf } from '../ui/shelf'

export type GuideSection = { id: string; title: string; body: ReactNode }

type Props = { title: string; lead: ReactNode; crumbs?: Crumb[]; sections: GuideSection[]; foot?: ReactNode }

const home = [{ href: '/', label: 'Home' }]

/** A page of our own about the Cupboard: sections on their shelves, with a list of them beside. */
export function Guide({ title, lead, crumbs = home, sections, foot }: Props) {
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </div>
      <div className="with-side right">
        <div className="article">
          {sections.map(({ id, title, body }) => (
            <section key={id} aria-labelledby={id} className="prose">
              <Shelf id={id} title={title} />
              {body}
            </section>
          ))}
          {foot ? <p className="small quiet mt-8">{foot}</p> : null}
        </div>
        <div className="aside">
          <nav className="toc" aria-labelledby="on-this-page">
            <h2 id="on-this-page">On this page</h2>
            <ul>
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </Shell>
  )
}
