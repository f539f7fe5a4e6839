import type { LegalStatus } from '@/lib/legal/schema'
import { REUSE, REVIEWS } from '@/lib/legal/vocabulary'
import { partialDateOf } from '../dates'

/** Whether it could be used under the law now: the author's view and that of somebody else, side by side. */
export function ViewsOfReuse({ status: { reuse, reviewed } }: { status: LegalStatus }) {
  const by = [reviewed?.by, partialDateOf(reviewed?.date ?? '')].filter(Boolean).join(', ')
  return (
    <div className="views ui">
      <h3>Could it be used under the law now?</h3>
      <dl>
        <div>
          <dt>The author’s view</dt>
          <dd>{REUSE[reuse]}</dd>
        </div>
        <div>
          <dt>A reviewer’s view</dt>
          <dd>
            {REVIEWS[reviewed?.view ?? 'none']}
            {reviewed ? <small>{by || 'Who reviewed it, and when, is not recorded'}</small> : null}
          </dd>
        </div>
      </dl>
    </div>
  )
}
