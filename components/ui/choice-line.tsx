type Choice = { label: string; href: string; current: boolean }
export type ChoiceLineProps = { label: string; choices: Choice[] }

/** The ways of one choice on a line, such as the order of a list. The present one is no link. */
export function ChoiceLine({ label, choices }: ChoiceLineProps) {
  return (
    <nav className="sortline ui" aria-label={label}>
      <span aria-hidden="true">{label}:</span>
      <ul>
        {choices.map(({ label: word, href, current }) => (
          <li key={href}>
            {current ? <strong aria-current="true">{word}</strong> : <a href={href}>{word}</a>}
          </li>
        ))}
      </ul>
    </nav>
  )
}
