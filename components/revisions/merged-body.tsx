import { ButtonLink } from '../ui/button-link'
import { Note } from '../ui/note'

type Props = {
  title: string
  number: number
  /** The version that its author had been reading. */
  base: number
  authors: string[]
  readHref: string
  compare: (from: number, to: number) => string
}

/** Says that a save was put together with what others had saved meanwhile. */
export function MergedBody({ title, number, base, authors, readHref, compare }: Props) {
  const others = number - 1 - base
  return (
    <>
      <div className="pagehead">
        <h1>Saved and merged</h1>
        <p className="lead">{title}</p>
      </div>
      <Note kind="success" title={`Your changes are published as version ${number}`} role="status">
        <p>
          {others === 1 ? 'Another version was' : `${others} other versions were`} saved while you were
          editing
          {authors.length > 0 ? `, by ${authors.join(' and ')}` : ''}. You changed different things, so both
          are in the page now. Nothing was overwritten.
        </p>
      </Note>
      <ul className="mt-8">
        <li>
          <a href={compare(number - 1, number)}>What you changed</a>
        </li>
        <li>
          <a href={compare(base, number - 1)}>What was changed meanwhile</a>
        </li>
        <li>
          <a href={compare(base, number)}>Both together</a>
        </li>
      </ul>
      <div className="buttons mt-8">
        <ButtonLink href={readHref}>Read the page</ButtonLink>
      </div>
    </>
  )
}
