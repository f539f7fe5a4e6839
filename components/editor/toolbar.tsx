import { type KeyboardEvent, type RefObject, useState } from 'react'
import { Icon, type IconName } from './icons'

export type Item = {
  icon: IconName
  name: string
  pressed?: boolean
  expanded?: boolean
  off?: boolean
  run: () => void
}

type ToolbarProps = {
  label: string
  controls: string
  items: Item[]
  barRef?: RefObject<HTMLDivElement | null>
  onEscape?: () => void
}

/** One stop for the Tab key; the arrow keys, Home and End move between its buttons. */
export function Toolbar({ label, controls, items, barRef, onEscape }: ToolbarProps) {
  const [current, setCurrent] = useState(items[0]?.name)
  const stop = items.some(({ name }) => name === current) ? current : items[0]?.name

  function move(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault()
      onEscape()
      return
    }
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const next = nextIndex(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length)
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    buttons[next]?.focus()
  }

  return (
    <div
      className="toolbar"
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      ref={barRef}
      onKeyDown={move}
    >
      {items.map((item) => (
        <button
          key={item.name}
          type="button"
          tabIndex={item.name === stop ? 0 : -1}
          aria-pressed={item.pressed}
          aria-expanded={item.expanded}
          aria-disabled={item.off || undefined}
          onFocus={() => setCurrent(item.name)}
          onMouseDown={keepSelection}
          onClick={() => !item.off && item.run()}
        >
          <Icon name={item.icon} />
          {item.name}
        </button>
      ))}
    </div>
  )
}

// Pressing a button with the mouse would otherwise take the cursor out of the text.
function keepSelection(event: { preventDefault: () => void }) {
  event.preventDefault()
}

function nextIndex(key: string, from: number, count: number): number | undefined {
  if (from < 0) return undefined
  if (key === 'ArrowRight' || key === 'ArrowDown') return (from + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (from - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
