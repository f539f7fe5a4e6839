import type { Result } from '@/lib/case-studies/schema'
import { CERTAINTIES } from '@/lib/case-studies/vocabulary'
import { DataTable } from '../ui/data-table'
import { Refs } from '../ui/refs'
import { sourceNumbers } from './words'

/** Every result as data: before, after, unit, period, who measured it, the source and how sure. */
export function ResultsTable({ results }: { results: Result[] }) {
  if (results.length === 0) return null
  return (
    <DataTable
      caption="Every result on record"
      columns={[
        { label: 'What' },
        { label: 'Before' },
        { label: 'After' },
        { label: 'Period' },
        { label: 'Measured by' },
        { label: 'How sure' },
      ]}
      rows={results.map((result, index) => ({ key: `${index} ${result.measure}`, cells: cellsOf(result) }))}
    />
  )
}

function cellsOf(result: Result) {
  const numbers = sourceNumbers(result.source)
  return [
    <>
      {result.measure}
      {result.unit ? <span className="quiet"> ({result.unit})</span> : null}
      <Refs numbers={numbers} prefix="source-" />
      {numbers.length === 0 ? <small> Source: {result.source}</small> : null}
    </>,
    result.before || 'Not given',
    result.after,
    result.period || 'Not given',
    result.measuredBy || 'Not given',
    CERTAINTIES[result.certainty].split(':')[0],
  ]
}
