import type { RegisterPreview } from '@/lib/legal/preview-register'
import { labelWords, MovedLabels } from './moved-labels'

/** What publishing would do to the labels: how many, from what to what, and examples. */
export function Effect({ effect }: { effect: RegisterPreview }) {
  const { moved, steps, examples } = effect
  return (
    <section className="panel mt-8" aria-labelledby="effect">
      <h2 id="effect" className="plain">
        {effectWords(moved)}
      </h2>
      {steps.length > 0 ? (
        <ul className="mt-2">
          {steps.map(({ before, after, count }) => (
            <li key={`${before} ${after}`}>
              {count.toLocaleString('en-GB')} {stepWords(labelWords(before), labelWords(after))}
            </li>
          ))}
        </ul>
      ) : null}
      <p>No case study is changed, and none gets a new version.</p>
      {examples.length > 0 ? (
        <>
          <h3 className="mt-4">{examples.length < moved ? 'Examples' : 'Which'}</h3>
          <MovedLabels caption="Case studies whose label would move" rows={examples} />
        </>
      ) : null}
    </section>
  )
}

function effectWords(moved: number): string {
  if (moved === 0) return 'No label would move'
  return moved === 1 ? '1 label would move' : `${moved.toLocaleString('en-GB')} labels would move`
}

function stepWords(before: string, after: string): string {
  return before === after ? `stay at “${before}”, under another law` : `from “${before}” to “${after}”`
}
