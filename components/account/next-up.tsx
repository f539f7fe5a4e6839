import { ButtonLink } from '../ui/button'

export type NextThing = { title: string; text: string; href: string; button: string }

/** The few things that are best done next. */
export function NextUp({ things }: { things: NextThing[] }) {
  return (
    <ul className="nextup">
      {things.map(({ title, text, href, button }) => (
        <li key={href}>
          <div>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
          <ButtonLink href={href} kind="second" small>
            {button}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
