import type { Paragraph } from '@/lib/revisions/compare'
import { Moved } from '../ui/change'
import { OneChange } from './compare-one'
import { Segments } from './compare-segments'

type Props = { paragraphs: Paragraph[]; of: number }

// More would make a page that no browser likes. Whoever needs them reads both versions.
const mostShown = 1000
const mostUnfolded = 100

/** A text with its changes. Unchanged paragraphs are folded away, so that what changed is what is read. */
export function Paragraphs({ paragraphs, of }: Props) {
  const shown = paragraphs.slice(0, endOf(paragraphs))
  const left = paragraphs.slice(shown.length).filter(({ kind }) => kind !== 'same').length
  return (
    <>
      {groups(shown).map(({ key, same, members }) =>
        same ? (
          <Unchanged key={key} paragraphs={members.map(({ paragraph }) => paragraph)} />
        ) : (
          members.map((member) => <ParagraphChange key={member.key} paragraph={member.paragraph} of={of} />)
        ),
      )}
      {left > 0 ? (
        <p className="chg">
          {left.toLocaleString('en-GB')} more paragraphs differ. They are too many to show here: read both
          versions.
        </p>
      ) : null}
    </>
  )
}

/** Where the last change stands that is shown. */
function endOf(paragraphs: Paragraph[]): number {
  let changes = 0
  const end = paragraphs.findIndex(({ kind }) => {
    if (kind !== 'same') changes += 1
    return changes > mostShown
  })
  return end < 0 ? paragraphs.length : end
}

function ParagraphChange({ paragraph, of }: { paragraph: Paragraph; of: number }) {
  const { kind, move, change, segments } = paragraph
  if (kind === 'left') return <Left paragraph={paragraph} />
  return (
    <OneChange number={change} of={of}>
      {kind === 'moved' && move ? (
        <p className="sign">
          <Moved>
            Moved {move.direction}
            {move.field ? ` from “${move.field}”` : ''}:
          </Moved>{' '}
          {change ? <a href={`#from-${change}`}>where it was</a> : null}
        </p>
      ) : null}
      {kind === 'split' ? <p className="sign">Split into more paragraphs:</p> : null}
      {kind === 'joined' ? <p className="sign">Joined into one paragraph:</p> : null}
      <p>
        <Segments segments={segments} />
      </p>
    </OneChange>
  )
}

/** What is left where a paragraph stood: its first words, and the way to its new place. */
function Left({ paragraph: { move, change, segments } }: { paragraph: Paragraph }) {
  return (
    <p className="left-here" id={change ? `from-${change}` : undefined}>
      <Moved>
        Moved from here {move?.direction}
        {move?.field ? ` to “${move.field}”` : ''}:
      </Moved>{' '}
      “{firstWords(segments[0]?.text ?? '')}”{' '}
      {change ? (
        <a href={`#change-${change}`}>
          Go to its new place<span className="vh">, change {change}</span>
        </a>
      ) : null}
    </p>
  )
}

function Unchanged({ paragraphs }: { paragraphs: Paragraph[] }) {
  const shown = paragraphs.filter(({ segments }) => segments.length > 0)
  if (shown.length === 0) return null
  if (shown.length > mostUnfolded)
    return <p className="unchanged">{shown.length.toLocaleString('en-GB')} unchanged paragraphs</p>
  return (
    <details className="unchanged">
      <summary>
        Show {shown.length} unchanged {shown.length === 1 ? 'paragraph' : 'paragraphs'}
      </summary>
      {placed(shown).map(({ key, paragraph }) => (
        <p key={key}>
          <Segments segments={paragraph.segments} />
        </p>
      ))}
    </details>
  )
}

function groups(paragraphs: Paragraph[]) {
  const found: { key: string; same: boolean; members: ReturnType<typeof placed> }[] = []
  for (const member of placed(paragraphs)) {
    const same = member.paragraph.kind === 'same'
    const last = found[found.length - 1]
    if (last && last.same === same) last.members.push(member)
    else found.push({ key: member.key, same, members: [member] })
  }
  return found
}

/** A comparison never moves once it is drawn, so its parts are told apart by their place. */
function placed(paragraphs: Paragraph[]) {
  return paragraphs.map((paragraph, index) => ({ key: String(index), paragraph }))
}

const shownWords = 8

function firstWords(text: string): string {
  const words = text.trim().split(/\s+/)
  return words.length > shownWords ? `${words.slice(0, shownWords).join(' ')} …` : words.join(' ')
}
