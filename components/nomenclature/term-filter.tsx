import { nomenclaturePath } from '@/lib/nomenclature/paths'
import { Button } from '../ui/button'

type Props = {
  words: string
  /** How many headings are left; null when nothing was asked. */
  found: number | null
}

/** Finds a heading by what anybody calls it: a plain form, and narrowed as one types where scripts run. */
export function TermFilter({ words, found }: Props) {
  return (
    <search>
      <form action={nomenclaturePath()} method="get" className="labelfilter mt-6">
        <label htmlFor="term-filter">Find a heading</label>
        <span className="hint" id="term-filter-hint">
          By its name, another word for it (bins, refuse) or a CPV code (90500000).
        </span>
        <div className="buttons">
          <input
            id="term-filter"
            name="q"
            type="search"
            defaultValue={words}
            autoComplete="off"
            aria-describedby="term-filter-hint"
            data-filter=""
          />
          <Button kind="second" icon="filter">
            Find
          </Button>
          {words ? <a href={nomenclaturePath()}>Show all headings</a> : null}
        </div>
        <p role="status" className="found" data-filter-said="">
          {found === null ? '' : foundWords(words, found)}
        </p>
      </form>
    </search>
  )
}

function foundWords(words: string, found: number): string {
  if (found === 0) return `No heading matches “${words}”. Try another word for it.`
  return `${found} ${found === 1 ? 'heading matches' : 'headings match'} “${words}”.`
}
