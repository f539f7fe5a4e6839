import { caseStudiesPath } from '@/lib/case-studies/paths'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { BARRIERS, CONTRACT_STAGES } from '@/lib/case-studies/vocabulary'

type Entry = { value: string; name: string }

/** The barriers overcome and the stages of the contract, each leading to the others like it. */
export function PracticeFacts({ content }: { content: CaseStudyContent }) {
  const barriers = (content.barriers ?? []).map((value) => ({ value, name: BARRIERS[value].name }))
  const stages = (content.contractStages ?? []).map((value) => ({ value, name: CONTRACT_STAGES[value] }))
  if (barriers.length + stages.length === 0) return null
  return (
    <dl className="practice ui">
      <Entries term="Barriers overcome" name="barrier" entries={barriers} />
      <Entries term="Stages of the contract" name="stage" entries={stages} />
    </dl>
  )
}

function Entries({ term, name, entries }: { term: string; name: string; entries: Entry[] }) {
  if (entries.length === 0) return null
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <ul>
          {entries.map((entry) => (
            <li key={entry.value}>
              <a href={`${caseStudiesPath}?${name}=${entry.value}`}>{entry.name}</a>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
