import type { SameRules } from '@/lib/legal/lens/vocabulary'
import { lawEntryPath } from '@/lib/legal/paths'
import { classNames } from '../ui/class-names'

/** Whether the rules of a case are the reader's, in words, and the entry of the register that says why. */
export function RulesLine({ rules }: { rules: SameRules }) {
  const { same, words, why, law } = rules
  return (
    <p className={classNames('rules ui', same === true && 'same', same === false && 'different')}>
      <strong>{words}.</strong> {why}{' '}
      {law ? (
        <a href={lawEntryPath(law.code)}>
          In the law register<span className="vh">: {law.name}</span>
        </a>
      ) : null}
    </p>
  )
}
