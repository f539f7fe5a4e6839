import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { AccountTabs } from '@/components/account/account-tabs'
import { FavouriteItem } from '@/components/account/favourite-item'
import { Shell } from '@/components/layout/shell'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Note } from '@/components/ui/note'
import { Rows } from '@/components/ui/rows'
import { requireViewer } from '@/lib/auth/session'
import { caseStudiesPath } from '@/lib/case-studies/paths'
import { listFavourites } from '@/lib/favourites/favourites'
import { accountPath, favouritesPath } from '@/lib/users/paths'
import { removeFromFavourites, saveNote } from './actions'

export const metadata = pageMetadata({ title: 'Your favourites', path: favouritesPath, hidden: true })

type Props = { searchParams: Promise<{ noted?: string | string[]; removed?: string | string[] }> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: accountPath, label: 'My cupboard' },
]

export default async function FavouritesPage({ searchParams }: Props) {
  const viewer = await requireViewer(favouritesPath)
  const [favourites, { noted, removed }] = await Promise.all([listFavourites(viewer), searchParams])
  return (
    <Shell crumbs={crumbs}>
      <div className="pagehead">
        <h1>Your favourites</h1>
        <p className="lead">Only you see this list and your notes.</p>
      </div>
      <AccountTabs current={favouritesPath} />
      {removed ? (
        <div className="mt-8">
          <Note kind="success" role="status" title="Removed from your favourites" />
        </div>
      ) : null}
      <div className="section tight">
        {favourites.length === 0 ? <NothingKept /> : null}
        {favourites.length > 0 ? (
          <Rows>
            {favourites.map(({ row, note }) => (
              <FavouriteItem
                key={row.id}
                row={row}
                note={note}
                noted={noted === String(row.id)}
                saveNote={saveNote}
                remove={removeFromFavourites}
              />
            ))}
          </Rows>
        ) : null}
      </div>
    </Shell>
  )
}

function NothingKept() {
  return (
    <Empty title="Nothing kept yet" word="Save">
      <p className="measure">
        Every case study has a “Save” button with a star, in lists and on its own page. Press it and the case
        study is kept here, with room for a note of your own.
      </p>
      <p className="buttons">
        <ButtonLink href={caseStudiesPath}>Look through the case studies</ButtonLink>
      </p>
    </Empty>
  )
}
