import { caseStudyPath } from '@/lib/case-studies/paths'
import type { Effect } from '@/lib/nomenclature/effect'
import { DataTable } from '../ui/data-table'
import { effectWords } from './words'

/** What a change would touch, with examples of labels before and after. */
export function EffectView({ effect, done }: { effect: Effect; done?: boolean }) {
  return (
    <>
      <p>
        It {done ? 'touched' : 'would touch'} <strong>{effectWords(effect)}</strong>.
        {done ? '' : ' What people wrote stays as it is; only where it is listed changes.'}
      </p>
      {effect.examples.length > 0 ? (
        <DataTable
          caption="For example"
          columns={[{ label: 'Case study' }, { label: 'Labels now' }, { label: 'Labels then' }]}
          rows={effect.examples.map((example) => ({
            key: String(example.id),
            cells: [
              <a key="case" href={caseStudyPath(example)}>
                {example.title}
              </a>,
              example.before.join(', ') || 'None',
              example.after.join(', ') || 'None',
            ],
          }))}
        />
      ) : null}
    </>
  )
}
