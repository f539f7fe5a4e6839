import type { FigureText } from './scale'

export type FigureWordsProps = { figure: FigureText }

/** "59p → 71.9p" to the eye, "59p to 71.9p" to the ear and on paper. The arrow is drawn, because the fonts lack it. */
export function FigureWords({ figure }: FigureWordsProps) {
  if (!figure.before) return figure.after
  return (
    <>
      {figure.before}
      <span className="vh"> to </span>
      <svg className="arrow" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M1 10h16M11 4l6 6-6 6" />
      </svg>
      <wbr />
      {figure.after}
    </>
  )
}
