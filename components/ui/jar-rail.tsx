import { StageJar } from './stage-jar'

export type JarRailProps = { count: number }

/** The jars of a story on its card, without words: decoration. */
export function JarRail({ count }: JarRailProps) {
  const jars = Array.from({ length: Math.min(8, count) }, (_, jar) => jar + 1)
  return (
    <div className="jarrail" aria-hidden="true">
      {jars.map((jar) => (
        <StageJar key={jar} number={jar} of={count} />
      ))}
    </div>
  )
}
