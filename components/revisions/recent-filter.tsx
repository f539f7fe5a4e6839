import { feedPath, type RecentFilter, recentChangesPath } from '@/lib/revisions/paths'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/checkbox-field'
import { Chips } from '../ui/chips'
import { SelectField } from '../ui/select-field'

type Props = {
  filter: RecentFilter /** Of the heading or organisation, if one was chosen. */
  name: string | null
}

/** Which changes to list: a plain form that works without scripts, and the feed of the same changes. */
export function RecentFilterForm({ filter, name }: Props) {
  const { kind, withoutMinor, newOnly, category, organisation } = filter
  const chosen = name ? [{ href: recentChangesPath({ kind, withoutMinor, newOnly }), label: name }] : []
  return (
    <>
      <div className="mt-4">
        <Chips items={chosen} clearHref={recentChangesPath()} />
      </div>
      <form action="/recent-changes" method="get" className="recent-filter" aria-label="Which changes">
        {category ? <input type="hidden" name="category" value={category} /> : null}
        {organisation ? <input type="hidden" name="organisation" value={organisation} /> : null}
        <SelectField
          name="kind"
          label="Kind of page"
          sayOptional={false}
          value={kind === null ? '' : kind === 'story' ? 'stories' : 'case-studies'}
          options={[
            { value: '', label: 'All' },
            { value: 'case-studies', label: 'Case studies' },
            { value: 'stories', label: 'Change stories' },
          ]}
        />
        <CheckboxField name="minor" value="hide" label="Hide minor edits" checked={withoutMinor} />
        <CheckboxField name="new" value="only" label="New pages only" checked={newOnly} />
        <Button kind="second" small>
          Apply
        </Button>
      </form>
      <p className="ui mt-4">
        <a href={feedPath(filter)} type="application/atom+xml">
          Atom feed{name ? ` of changes: ${name}` : ' of all changes'}
        </a>
      </p>
    </>
  )
}
