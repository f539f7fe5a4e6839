import { proposePath } from '@/lib/nomenclature/paths'
import { type ChangeKind, KINDS } from '@/lib/nomenclature/vocabulary'
import { Row, Rows } from '../ui/rows'
import { KIND_WORDS } from './words'

/** The kinds of change to choose from, for one heading or for any. */
export function KindList({ code }: { code?: string }) {
  return (
    <Rows unordered>
      {(Object.keys(KINDS) as ChangeKind[]).map((kind) => (
        <Row
          key={kind}
          level={2}
          title={KIND_WORDS[kind].title}
          href={proposePath({ kind, code })}
          summary={KIND_WORDS[kind].about}
        />
      ))}
    </Rows>
  )
}
