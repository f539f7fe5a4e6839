import type { FormValues } from '@/lib/platform/form'
import { TaskList, type TaskStatus } from '../ui/task-list'

const PARTS = [
  { href: '#basics', label: 'Title and summary', needs: ['title', 'summary'] },
  { href: '#parts', label: 'Context, action, impact', needs: ['context', 'action', 'impact'] },
  { href: '#results', label: 'Results in figures', needs: ['results'] },
  { href: '#legal', label: 'Legal status', needs: ['legalStatus'] },
  { href: '#labels', label: 'Labels', needs: ['categories'] },
  { href: '#resources', label: 'Documents and links', needs: ['resources'] },
  { href: '#about', label: 'Who, where and when', needs: ['organisation', 'regions'] },
  { href: '#contact', label: 'Contact', needs: ['contact'] },
]

/** The parts of the form with what is filled in already, as it was when the page was opened. */
export function EditParts({ draft }: { draft: FormValues }) {
  const items = PARTS.map(({ href, label, needs }) => ({ href, label, status: statusOf(draft, needs) }))
  const ready = items.filter(({ status }) => status === 'Completed').length
  return (
    <nav className="side stick ui" aria-labelledby="parts-list">
      <h2 id="parts-list">Parts of this case study</h2>
      <p className="small quiet">
        {ready} of {items.length} filled in.
      </p>
      <TaskList items={items} narrow />
    </nav>
  )
}

function statusOf(draft: FormValues, needs: string[]): TaskStatus {
  const filled = needs.filter((name) => isFilled(draft[name]))
  if (filled.length === needs.length) return 'Completed'
  return filled.length > 0 ? 'In progress' : 'Not yet started'
}

function isFilled(value: FormValues[string] | undefined): boolean {
  if (value === undefined || value === '') return false
  if (typeof value === 'string') return true
  if (Array.isArray(value)) return value.some(isNamed)
  return 'nation' in value ? value.nation !== '' : Object.values(value).some((entry) => entry !== '')
}

/** An empty row is there to be filled in: what names a result or a link is still missing. */
function isNamed(entry: FormValues[string]): boolean {
  return typeof entry !== 'object' || Array.isArray(entry) || Boolean(entry.measure || entry.title)
}
