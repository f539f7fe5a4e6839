import '@/app/styles/working.css'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import type { Choice } from '@/components/nomenclature/kind-fields'
import { KindList } from '@/components/nomenclature/kind-list'
import { ProposeForm } from '@/components/nomenclature/propose-form'
import { KIND_WORDS } from '@/components/nomenclature/words'
import { Note } from '@/components/ui/note'
import { getViewer } from '@/lib/auth/session'
import { canPropose } from '@/lib/nomenclature/access'
import { changesPath, nomenclaturePath, proposePath } from '@/lib/nomenclature/paths'
import { type ChangeKind, KINDS } from '@/lib/nomenclature/vocabulary'
import { daysAfter, today } from '@/lib/platform/day'
import type { FormValues } from '@/lib/platform/form'
import { type Heading, listHeadings } from '@/lib/taxonomy/queries'
import type { Viewer } from '@/lib/users/access'
import { signInPath } from '@/lib/users/paths'
import { propose } from '../actions'

export const metadata = pageMetadata({ title: 'Propose a change', path: proposePath(), hidden: true })

type Asked = { kind?: string | string[]; code?: string | string[] }
type Props = { searchParams: Promise<Asked> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: nomenclaturePath(), label: 'Headings' },
  { href: changesPath(), label: 'Changes' },
]
/** How long public bodies have, unless whoever proposes says otherwise. */
const reviewDays = 28

export default async function ProposePage({ searchParams }: Props) {
  const asked = await searchParams
  const [kind = ''] = [asked.kind].flat()
  const [code = ''] = [asked.code].flat()
  const [viewer, headings] = await Promise.all([getViewer(), listHeadings()])
  const heading = headings.find((it) => it.code === code.toUpperCase() && it.parentCode !== null) ?? null
  const chosen = Object.hasOwn(KINDS, kind) ? (kind as ChangeKind) : null
  const title = chosen ? KIND_WORDS[chosen].title : 'Propose a change'
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>{title}</h1>
        <p className="lead">
          {chosen ? KIND_WORDS[chosen].about : leadOf(heading)} You see what it would do before anything is
          sent.
        </p>
      </div>
      <div className="mt-8">
        {canPropose(viewer) ? (
          chosen ? (
            <ProposeForm
              key={`${chosen} ${heading?.code}`}
              action={propose}
              kind={chosen}
              initial={initialOf(chosen, heading)}
              choices={choicesOf(headings, heading)}
            />
          ) : (
            <KindList code={heading?.code} />
          )
        ) : (
          <WhyNot viewer={viewer} here={proposePath({ kind: chosen ?? '', code: heading?.code ?? '' })} />
        )}
      </div>
    </Shell>
  )
}

function WhyNot({ viewer, here }: { viewer: Viewer; here: string }) {
  if (viewer)
    return (
      <Note kind="info" title="New members propose changes once a moderator has verified them">
        <p>
          Until then, tell the representative of your public body, or any member, what would be better: they
          can propose it.
        </p>
      </Note>
    )
  return (
    <Note kind="info" title="Sign in to propose a change">
      <p>
        A proposal is published with the name of whoever made it.{' '}
        <a href={signInPath(here)}>Sign in and come back here</a>
      </p>
    </Note>
  )
}

function leadOf(heading: Heading | null): string {
  return heading ? `What would be better than “${heading.name}” as it is?` : 'What should change?'
}

function initialOf(kind: ChangeKind, heading: Heading | null): FormValues {
  const code = heading?.code ?? ''
  const fields: Record<ChangeKind, FormValues> = {
    rename: { code, name: heading?.name ?? '', note: heading?.note ?? '' },
    merge: { from: code ? [code] : [], into: '' },
    split: { code, into: [{}, {}], default: '0' },
    move: { code, parent: '' },
    retire: { code, into: '' },
    add: { parent: heading?.parentCode ?? '', name: '', note: '', alsoCalled: '', cpv: '' },
    agree: { code },
  }
  return { proposal: fields[kind], reason: '', closesOn: daysAfter(today(), reviewDays) }
}

/** Every heading by its section; what may be merged stands in the section of the heading that was chosen. */
function choicesOf(headings: Heading[], chosen: Heading | null) {
  const sections = new Map(
    headings.filter(({ parentCode }) => parentCode === null).map(({ section, name }) => [section, name]),
  )
  const choice = ({ code, name, section, parentCode }: Heading): Choice => {
    return { value: code, label: parentCode === null ? name : `${sections.get(section)}: ${name} (${code})` }
  }
  const labels = headings.filter(({ parentCode }) => parentCode !== null)
  const beside = labels.filter(({ section }) => !chosen || section === chosen.section)
  return {
    headings: labels.map(choice),
    places: headings.map(choice),
    beside: beside.map(({ code, name }) => ({ value: code, label: name })),
  }
}
