import { FilterGroup } from '../ui/filter-group'

type Props = {
  /** How many have the same rules as the reader; null where the reader did not say who they are. */
  count: number | null
  checked: boolean
}

/** The tick that leaves only what has the same rules as the reader, where there is a reader to compare with. */
export function SameRulesGroup({ count, checked }: Props) {
  if (count === null) return null
  return (
    <FilterGroup
      legend="Rules"
      name="rules"
      options={[{ value: 'same', label: 'Only the same rules as mine', count, checked }]}
    />
  )
}
