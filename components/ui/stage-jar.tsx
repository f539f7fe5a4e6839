export type StageJarProps = { number: number; of: number }

/** The jar of a story's step, fuller at each one. */
export function StageJar({ number, of }: StageJarProps) {
  const share = of > 0 ? Math.min(1, Math.max(0, number / of)) : 1
  const height = Math.round(share * 400) / 10
  return (
    <svg viewBox="0 0 44 58" aria-hidden="true" focusable="false">
      <rect className="j-fill" x="3" y={55 - height} width="38" height={height} />
      <path className="j-glass" d="M2 56V16l5-5h30l5 5v40z" />
      <path className="j-lid" d="M6 2h32v8H6z" />
      <text className="j-number" x="22" y="42">
        {number}
      </text>
    </svg>
  )
}
