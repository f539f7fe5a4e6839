import { classNames } from './class-names'
import { drawJars } from './jar-drawing'
import { type Section, sectionClass } from './section'

const most = 28
const sections = Object.keys(sectionClass) as Section[]

export type JarTallyProps = { count: number; section: Section }

/** One jar for each case study, up to what fits on a shelf. The number itself stands beside it in words. */
export function JarTally({ count, section }: JarTallyProps) {
  const { path, width } = drawJars(count, most, sections.indexOf(section))
  if (!path) return null
  return (
    <svg
      className={classNames('jars', sectionClass[section])}
      viewBox={`0 0 ${width} 34`}
      preserveAspectRatio="xMinYMax meet"
      width={width}
      height={34}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  )
}
