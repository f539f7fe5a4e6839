import { caseStudyPath } from '@/lib/case-studies/paths'
import type { Effect } from '@/lib/nomenclature/effect'
import { DataTable } from '../ui/data-table'
import { effectWords } from './words'

/** What a change would touch, with examples of labels before and after. */
export function EffectView({ effect }: { effect: Effect }) {
  return (
    <>
      <p>
        It would touch <strong>{effectWords(effect)}</strong>. What people wrote stays as it is; only where it
        is listed changes.
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
              <LabelNames key="before" names={example.before} others={example.after} />,
              <LabelNames key="after" names={example.after} others={example.before} />,
            ],
          }))}
        />
      ) : null}
    </>
  )
}

/** Labels in a row; those that the other side has not stand out. */
function LabelNames({ names, others }: { names: string[]; others: string[] }) {
  if (names.length === 0) return 'None'
  return names.map((name, index) => (
    <span key={name}>
      {index > 0 ? ', ' : ''}
      {others.includes(name) ? name : <strong>{name}</strong>}
    </span>
  ))
}
