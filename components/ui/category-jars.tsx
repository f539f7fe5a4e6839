import { classNames } from './class-names'
import { drawJars } from './jar-drawing'
import { type Section, sectionClass } from './section'

const most = 14

export type CategoryJarsProps = { count: number; section: Section }

/** The jars of one category, large, standing on the shelf under its name (`.cathead`). */
export function CategoryJars({ count, section }: CategoryJarsProps) {
  const { path, width } = drawJars(count, most, 2)
  if (!path) return null
  return (
    <svg
      className={classNames('jars', sectionClass[section])}
      viewBox={`0 0 ${width} 34`}
      preserveAspectRatio="xMinYMax meet"
      width={Math.round((width * 62) / 34)}
      height={62}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
