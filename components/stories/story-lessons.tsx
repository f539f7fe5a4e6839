import type { StoryContent } from '@/lib/stories/schema'
import { EditLink } from '../case-studies/prose-section'
import { ShelfSection } from '../layout/shelf-section'

type Props = {
  content: StoryContent /** Absent on old versions, which are read, not edited. */
  edit?: string
}

/** What a reader takes away: what it took, the one thing to do, and what is still open. */
export function StoryLessons({ content, edit }: Props) {
  return (
    <>
      <Took took={content.whatItTook} edit={edit} />
      <OneThing text={content.oneThing} edit={edit} />
      <Gaps gaps={content.gaps} edit={edit} />
    </>
  )
}

const TOOK = [
  { name: 'people', term: 'People' },
  { name: 'time', term: 'Time' },
  { name: 'money', term: 'Money' },
] as const

function Took({ took, edit }: { took: StoryContent['whatItTook']; edit?: string }) {
  return (
    <section className="took" aria-labelledby="took">
      <h2 id="took">What it took</h2>
      <dl>
        {TOOK.map(({ name, term }) => (
          <div key={name}>
            <dt>{term}</dt>
            <dd>
              {took[name] || 'Not known.'}{' '}
              {edit && isUnknown(took[name]) ? (
                <a href={`${edit}#took`}>
                  Do you know?<span className="vh"> {term}</span>
                </a>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function isUnknown(text: string): boolean {
  return text === '' || /^not known\.?$/i.test(text)
}

function OneThing({ text, edit }: { text: string; edit?: string }) {
  if (!text && !edit) return null
  return (
    <ShelfSection id="one-thing" title="If you only do one thing">
      {text ? (
        <p className="lead">{text}</p>
      ) : (
        <p>
          Nobody has said yet. <a href={`${edit}#took`}>What would you do first?</a>
        </p>
      )}
    </ShelfSection>
  )
}

function Gaps({ gaps, edit }: { gaps: string[]; edit?: string }) {
  if (gaps.length === 0) return null
  const href = edit ? `${edit}#gaps` : undefined
  return (
    <ShelfSection
      id="gaps"
      title="What we don’t know"
      aside={href ? <EditLink href={href} what="what we don’t know" /> : undefined}
    >
      <div className="prose">
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>
              {gap}{' '}
              {href ? (
                <a href={href}>
                  Answer<span className="vh">: {gap}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </ShelfSection>
  )
}
