import { caseStudyPath } from '@/lib/case-studies/paths'
import type { CaseStudyRow } from '@/lib/case-studies/rows'
import type { FormAction } from '../forms/use-form'
import { Button } from '../ui/button'
import { FavouriteNoteForm } from './favourite-note-form'

type Props = {
  row: CaseStudyRow
  note: string
  noted: boolean
  saveNote: FormAction
  remove: (form: FormData) => Promise<void>
}

/** One favourite with its note and the way to take it off. */
export function FavouriteItem({ row, note, noted, saveNote, remove }: Props) {
  return (
    <li id={`favourite-${row.id}`}>
      <div className="row">
        <div className="row-main">
          <h2 className="row-title">
            <a href={caseStudyPath(row)}>{row.title}</a>
          </h2>
          <p className="row-org">{[row.organisation.name, row.dateNote].filter(Boolean).join(' · ')}</p>
          <p className="row-sum">{row.summary}</p>
          <p className="facts">
            <span>
              Legal status: <strong>{row.legal}</strong>
            </span>
          </p>
        </div>
      </div>
      <div className="mt-4">
        <FavouriteNoteForm action={saveNote} page={row.id} title={row.title} note={note} saved={noted} />
      </div>
      <form action={remove} className="mt-3">
        <input type="hidden" name="page" value={row.id} />
        <Button kind="second" small icon="bin">
          Remove<span className="vh"> {row.title} from favourites</span>
        </Button>
      </form>
    </li>
  )
}
