import { partialDateOf } from '@/components/dates'
import { DecideForm, type SplitChoices } from '@/components/nomenclature/decide-form'
import { PositionForm } from '@/components/nomenclature/position-form'
import { UndoForm } from '@/components/nomenclature/undo-form'
import { Note } from '@/components/ui/note'
import { canDecideChange, canDecideChanges, canDecideEarly, canTakePosition } from '@/lib/nomenclature/access'
import { listSplitCaseStudies } from '@/lib/nomenclature/effect'
import { changePath } from '@/lib/nomenclature/paths'
import type { ChangeView } from '@/lib/nomenclature/queries'
import { findOwnAccount } from '@/lib/people/profile'
import type { Viewer } from '@/lib/users/access'
import { settingsPath, signInPath } from '@/lib/users/paths'
import { decide, take, undo } from '../actions'

type Props = { viewer: Viewer; change: ChangeView }

/** The form for a representative; for anybody else, who speaks for a public body. */
export async function PositionPart({ viewer, change }: Props) {
  if (change.state !== 'open') return null
  if (!change.takesPositions)
    return <p className="mt-6">The closing date is over. Positions can no longer be taken.</p>
  if (!viewer)
    return (
      <p className="mt-6">
        The representative of a public body takes its position.{' '}
        <a href={signInPath(changePath(change.id))}>Sign in to take one</a>
      </p>
    )
  if (!canTakePosition(viewer))
    return (
      <p className="mt-6">
        Only the representative of a public body takes its position. Ask the representative of yours to look
        at this page by {partialDateOf(change.closesOn)}.
      </p>
    )
  const { organisation } = await findOwnAccount(viewer)
  if (!organisation)
    return (
      <p className="mt-6">
        Your account names no organisation.{' '}
        <a href={settingsPath}>Say in your settings which one you represent</a>
      </p>
    )
  const own = change.positions.find((position) => position.organisation.name === organisation)
  return (
    <div className="mt-6">
      {own ? <p className="mb-4">{organisation} has taken a position. A new one replaces it.</p> : null}
      <PositionForm action={take} id={change.id} body={organisation} taken={own ?? null} />
    </div>
  )
}

/** The form for whoever decides; for anybody else, who does and when. */
export async function DecidePart({ viewer, change }: Props) {
  if (!canDecideChanges(viewer))
    return <p>A moderator decides after {partialDateOf(change.closesOn)}. The decision is published here.</p>
  if (!canDecideChange(viewer, { proposedBy: change.proposedById }))
    return <p>You proposed this, so another moderator or an administrator decides on it.</p>
  if (change.takesPositions && !canDecideEarly(viewer))
    return (
      <p>
        You can decide from the day after {partialDateOf(change.closesOn)}: until then public bodies can take
        a position. In urgent cases an administrator decides earlier.
      </p>
    )
  return (
    <>
      {change.takesPositions ? (
        <Note title="Public bodies can still take a position">
          <p>
            You are an administrator, so you can decide earlier. Say in the decision why it could not wait.
          </p>
        </Note>
      ) : null}
      <div className="mt-4">
        <DecideForm action={decide} id={change.id} split={await splitOf(change)} />
      </div>
    </>
  )
}

/** The form to undo, for whoever decides, while the change is in force. */
export function UndoPart({ viewer, change }: Props) {
  if (change.state !== 'applied' || !canDecideChanges(viewer)) return null
  return (
    <section className="mt-8" aria-labelledby="undo">
      <h3 id="undo" className="mb-4">
        Undo this change
      </h3>
      <UndoForm action={undo} id={change.id} />
    </section>
  )
}

async function splitOf({ proposal, names }: ChangeView): Promise<SplitChoices | null> {
  if (proposal.kind !== 'split') return null
  const into = proposal.into.map((to) => (to.code ? (names[to.code] ?? to.code) : (to.name ?? '')))
  return { caseStudies: await listSplitCaseStudies(proposal.code), into, default: proposal.default }
}
