import type { ReactNode } from 'react'
import {
  type LawName,
  LENS_BANDS,
  LENS_BODIES,
  LENS_NATIONS,
  type Lens,
  type Us,
} from '@/lib/legal/lens/vocabulary'
import { lawEntryPath } from '@/lib/legal/paths'
import { LensForm, type LensFormProps } from './lens-form'

type Props = Omit<LensFormProps, 'us'> & {
  lens: Lens | null
  /** The same address without the choice. */
  offHref: string
  /** On the page of one case study. */
  one?: boolean
  children?: ReactNode
}

/** Says whose rules the page compares with, and lets readers choose; off until they ask. */
export function AppliesToUs({ lens, offHref, one, children, ...form }: Props) {
  if (!lens)
    return (
      <details className="lens ui" open={Boolean(form.unfinished)}>
        <summary>Do the same rules apply to us?</summary>
        <p className="measure">
          Say where you are and what kind of body you are.{' '}
          {one ? 'The page then says whether it' : 'Each case study then says whether it'} was bought under
          the rules that you would buy under today.
        </p>
        <LensForm us={null} {...form} />
      </details>
    )
  return (
    <section className="lens on ui" aria-labelledby="lens-title">
      <div className="lens-head">
        <h2 id="lens-title">Compared with: {whoIs(lens.us)}</h2>
        <a href={offHref}>Switch off</a>
      </div>
      {children}
      <OurLaw {...lens} />
      <details>
        <summary>Compare with another body</summary>
        <LensForm us={lens.us} {...form} />
      </details>
      <p className="small">This is a record, not legal advice.</p>
    </section>
  )
}

function OurLaw({ us, ourLaw: { general, special } }: Lens) {
  if (general.length === 0)
    return <p>The register has no law in force today for such a body in {LENS_NATIONS[us.nation]}.</p>
  return (
    <p>
      A procurement that you begin today would be under the <Laws laws={general} />.{' '}
      {special.length > 0 ? (
        <>
          The <Laws laws={special} /> may apply instead to services that {special.length > 1 ? 'they' : 'it'}{' '}
          list{special.length > 1 ? '' : 's'}.
        </>
      ) : null}
    </p>
  )
}

function Laws({ laws }: { laws: LawName[] }) {
  return laws.map((law, index) => (
    <span key={law.code}>
      {index === 0 ? '' : index === laws.length - 1 ? ' and the ' : ', the '}
      <a href={lawEntryPath(law.code)}>{law.name}</a>
    </span>
  ))
}

/** "Council, Wales, at or above the threshold" */
function whoIs({ nation, body, band }: Us): string {
  const place = LENS_NATIONS[nation]
  const kind = LENS_BODIES[body] ?? 'any public body'
  const where = kind.endsWith(place) ? kind : `${kind}, ${place}`
  return band ? `${where}, ${LENS_BANDS[band].toLowerCase()}` : where
}
