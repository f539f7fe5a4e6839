import { classNames } from './class-names'

export type TileProps = { initials: string; small?: boolean }

/** A person's initials on a jar. The name stands beside it in words. */
export function Tile({ initials, small }: TileProps) {
  return (
    <span className={classNames('tile', small && 'small')} aria-hidden="true">
      {initials.slice(0, 3)}
    </span>
  )
}
