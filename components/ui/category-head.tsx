import type { ReactNode } from 'react'
import { CategoryJars } from './category-jars'
import type { Section } from './section'

export type CategoryHeadProps = { title: ReactNode; lead?: ReactNode; count: number; section: Section }

/** The name of a category, its jars standing on the board under it. Follow with `Labels bare`. */
export function CategoryHead({ title, lead, count, section }: CategoryHeadProps) {
  return (
    <div className="cathead">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      <CategoryJars count={count} section={section} />
    </div>
  )
}
