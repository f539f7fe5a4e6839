import { Icon } from '../ui/icon'

type Props = { id: number; title: string; back: string }

/** The star: a plain form that works without scripts; me.js shows whether it is on. */
export function FavouriteForm({ id, title, back }: Props) {
  return (
    <form action="/api/favourites" method="post" data-favourite={id} className="favourite">
      <input type="hidden" name="page" value={id} />
      <input type="hidden" name="keep" value="yes" suppressHydrationWarning />
      <input type="hidden" name="back" value={back} />
      <button type="submit" className="button second small" suppressHydrationWarning>
        <Icon name="star" />
        <span data-word="" data-off="Save" data-on="Saved" suppressHydrationWarning>
          Save
        </span>
        <span className="vh"> {title} to favourites</span>
      </button>
    </form>
  )
}
