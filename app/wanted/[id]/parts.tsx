import { partialDateOf } from '@/components/dates'
import { ButtonLink } from '@/components/ui/button-link'
import { ClaimForm } from '@/components/wanted/claim-form'
import { OfferForm } from '@/components/wanted/offer-form'
import { PressForm } from '@/components/wanted/press-form'
import { ReasonForm } from '@/components/wanted/reason-form'
import { organisationPath } from '@/lib/organisations/paths'
import type { Viewer } from '@/lib/users/access'
import { settingsPath, signInPath } from '@/lib/users/paths'
import {
  canAsk,
  canGiveBack,
  canModerateWanted,
  canReopenWanted,
  canSettleWanted,
  canWithdrawWanted,
} from '@/lib/wanted/access'
import { answerPath, wantedItemPath, wantedListPath } from '@/lib/wanted/paths'
import { findOwnBody, type WantedView } from '@/lib/wanted/queries'
import { claimIt, close, giveItBack, hide, offerIt, reopen, withdraw } from '../actions'

type Props = { viewer: Viewer; wanted: WantedView }

/** Who has said that they will write it; the form to say so, or why there is none. */
export async function ClaimPart({ viewer, wanted }: Props) {
  const own = await findOwnBody(viewer)
  const { id, claims, state } = wanted
  const claimed = claims.some(({ organisation }) => organisation.id === own?.id)
  return (
    <>
      {claims.length === 0 ? <p>No public body has said that it will.</p> : null}
      <ul className="claims" hidden={claims.length === 0}>
        {claims.map((claim) => (
          <li key={claim.organisation.id}>
            <span>
              <a href={organisationPath(claim.organisation)}>{claim.organisation.name}</a>, by{' '}
              {partialDateOf(claim.dueOn)}, said {claim.by.name}
              {claim.late && state === 'open' ? '. That day has passed' : ''}
            </span>
            {state === 'open' && canGiveBack(viewer, claim, own?.id ?? null) ? (
              <PressForm action={giveItBack} sent={{ id, organisation: claim.organisation.id }}>
                Give this claim back<span className="vh">: {claim.organisation.name}</span>
              </PressForm>
            ) : null}
          </li>
        ))}
      </ul>
      {state === 'open' && !claimed ? (
        <div className="mt-6">
          {own && canAsk(viewer) ? (
            <ClaimForm action={claimIt} id={id} body={own.name} />
          ) : (
            <WhyNoClaim viewer={viewer} wanted={wanted} />
          )}
        </div>
      ) : null}
    </>
  )
}

function WhyNoClaim({ viewer, wanted }: Props) {
  if (!viewer)
    return (
      <p>
        Will your organisation write it?{' '}
        <a href={signInPath(wantedItemPath(wanted))}>Sign in to say so, or to offer a page</a>
      </p>
    )
  if (!canAsk(viewer)) return <p>New members can claim a request once a moderator has verified them.</p>
  return (
    <p>
      Your account names no organisation.{' '}
      <a href={settingsPath}>Say in your settings which one you work for</a>, then you can claim this.
    </p>
  )
}

/** What was offered, with the button that settles it; and the ways to answer. */
export function AnswerPart({ viewer, wanted }: Props) {
  const { id, state, events } = wanted
  const isOpen = state === 'open'
  const settles = canSettleWanted(viewer, wanted)
  const offered = events.filter(({ kind, page }) => kind === 'suggested' && page)
  return (
    <>
      <ul className="claims" hidden={offered.length === 0}>
        {offered.map(({ id: event, page, by, note }) =>
          page ? (
            <li key={event}>
              <span>
                <a href={page.path}>{page.title}</a>, offered by {by?.name}
                {note ? <span className="said quote">{note}</span> : null}
              </span>
              {isOpen && settles && page.live ? (
                <PressForm action={offerIt} sent={{ id, page: page.id, settles: 'yes' }}>
                  This answers it<span className="vh">: {page.title}</span>
                </PressForm>
              ) : null}
            </li>
          ) : null,
        )}
      </ul>
      {isOpen && canAsk(viewer) ? (
        <>
          <div className={offered.length > 0 ? 'mt-8' : undefined}>
            <OfferForm action={offerIt} id={id} settles={settles} />
          </div>
          <p className="mt-8">Is it not in the Cupboard yet? A summary and one link are enough to start.</p>
          <p className="buttons mt-3">
            <ButtonLink href={answerPath(wanted)} kind="second">
              Share a case study that answers this
            </ButtonLink>
          </p>
        </>
      ) : null}
      {isOpen && !canAsk(viewer) ? <WhyNoAnswer viewer={viewer} wanted={wanted} /> : null}
    </>
  )
}

function WhyNoAnswer({ viewer, wanted }: Props) {
  const share = <a href={answerPath(wanted)}>share a case study</a>
  if (viewer)
    return <p>You can {share}: a moderator sees it first, and whoever asked can then say that it answers.</p>
  return (
    <p>
      Do you know a page that answers this?{' '}
      <a href={signInPath(wantedItemPath(wanted))}>Sign in to offer it</a>, or {share}.
    </p>
  )
}

/** What whoever asked, and a moderator, can do with the request itself. */
export function OwnPart({ viewer, wanted }: Props) {
  const { id, state } = wanted
  const moderates = canModerateWanted(viewer)
  return (
    <div className="wantedacts ui">
      {state === 'open' && canWithdrawWanted(viewer, wanted) ? (
        <PressForm action={withdraw} sent={{ id }}>
          Withdraw this request
        </PressForm>
      ) : null}
      {canReopenWanted(viewer, wanted) ? (
        <PressForm action={reopen} sent={{ id }}>
          Put it on the list again
        </PressForm>
      ) : null}
      {moderates && state === 'open' ? (
        <ReasonForm
          action={close}
          id={id}
          name="close"
          summary="Close this request"
          hint="Everybody reads it, and whoever asked is told."
          button="Close it"
        />
      ) : null}
      {moderates && state !== 'hidden' ? (
        <ReasonForm
          action={hide}
          id={id}
          name="hide"
          summary="Hide this request"
          hint="For what should not be read at all, such as a person’s name. Only moderators see the page then."
          button="Hide it"
        />
      ) : null}
      {moderates ? (
        <p className="small">
          <a href={wantedListPath({ state: 'hidden' })}>All hidden requests</a>
        </p>
      ) : null}
    </div>
  )
}
