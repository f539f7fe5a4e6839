import { classNames } from './class-names'

export type TaskStatus = 'Completed' | 'In progress' | 'Not yet started' | 'Cannot start yet'

export type TaskListProps = {
  items: { href: string; label: string; status: TaskStatus; current?: boolean }[]
  narrow?: boolean
}

/** The parts of a draft. The whole row is the link; the status is a word. `narrow` is for a side column. */
export function TaskList({ items, narrow }: TaskListProps) {
  return (
    <ol className={classNames('tasks ui', narrow && 'narrow')}>
      {items.map(({ href, label, status, current }) => (
        <li key={href} className={classNames(current && 'on')}>
          {status === 'Cannot start yet' ? (
            <span>{label}</span>
          ) : (
            <a href={href} aria-current={current ? 'step' : undefined}>
              {label}
            </a>
          )}
          <span className={classNames('st', status === 'In progress' && 'doing')}>{status}</span>
        </li>
      ))}
    </ol>
  )
}
