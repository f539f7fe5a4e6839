import type { Segment } from '@/lib/revisions/compare'
import { Added, Removed } from '../ui/change'

/** A text with what was added and removed. A change of nothing but blank space is named, as nobody can see it. */
export function Segments({ segments }: { segments: Segment[] }) {
  return segments.map(({ kind, text }, index) => {
    const key = String(index)
    if (kind === 'same') return <span key={key}>{text}</span>
    const Sign = kind === 'added' ? Added : Removed
    if (text.trim() !== '') return <Sign key={key}>{text}</Sign>
    if (text.includes('\n')) return <Break key={key} added={kind === 'added'} />
    // A space that gave way to a break, or came in its place, says nothing beside it.
    const besideBreak = [segments[index - 1], segments[index + 1]].some((near) => near && isBreak(near))
    return besideBreak ? ' ' : <Sign key={key}>[space]</Sign>
  })
}

function Break({ added }: { added: boolean }) {
  const Sign = added ? Added : Removed
  return (
    <>
      <Sign>
        <span aria-hidden="true">¶</span>
        <span className="vh">a break between paragraphs</span>
      </Sign>
      {added ? <br /> : ' '}
    </>
  )
}

function isBreak({ kind, text }: Segment): boolean {
  return kind !== 'same' && text.includes('\n') && text.trim() === ''
}
