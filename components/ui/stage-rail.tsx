import { StageJar } from './stage-jar'

export type StageRailProps = { stages: { id: string; title: string }[]; label?: string }

/** The steps of a story as jars on one shelf; each is a plain link to its step. */
export function StageRail({ stages, label = 'Steps to change' }: StageRailProps) {
  return (
    <nav aria-label={label}>
      <ol className="stage-rail ui">
        {stages.map(({ id, title }, position) => (
          <li key={id}>
            <a href={`#${id}`}>
              <StageJar number={position + 1} of={stages.length} />
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
