import '@/app/styles/working.css'
import { areaShelves } from '@/app/_shared/area-shelves'
import { pageMetadata } from '@/app/_shared/metadata'
import { Shell } from '@/components/layout/shell'
import { Note } from '@/components/ui/note'
import { AskForm } from '@/components/wanted/ask-form'
import { getViewer } from '@/lib/auth/session'
import { keepable } from '@/lib/platform/text'
import { listHeadings } from '@/lib/taxonomy/queries'
import type { Viewer } from '@/lib/users/access'
import { signInPath } from '@/lib/users/paths'
import { canAsk } from '@/lib/wanted/access'
import { titleMax } from '@/lib/wanted/limits'
import { askPath, wantedItemPath, wantedPath } from '@/lib/wanted/paths'
import { findWantedWords } from '@/lib/wanted/queries'
import { BODY_GROUPS, WANTED_NATIONS } from '@/lib/wanted/vocabulary'
import { wordsToKeep } from '@/lib/wanted/words-to-keep'
import { ask } from '../actions'

export const metadata = pageMetadata({ title: 'Ask for something', path: askPath(), hidden: true })

type Asked = Record<'words' | 'category' | 'nation' | 'body', string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

const crumbs = [
  { href: '/', label: 'Home' },
  { href: wantedPath, label: 'Wanted' },
]

export default async function AskPage({ searchParams }: Props) {
  const [viewer, headings, known] = await Promise.all([getViewer(), listHeadings(), searchParams.then(read)])
  const category = known.category.toUpperCase()
  const isLabel = headings.some(({ code, parentCode }) => code === category && parentCode !== null)
  return (
    <Shell current="browse" crumbs={crumbs}>
      <div className="pagehead">
        <h1>Ask for something</h1>
        <p className="lead">
          A case study, or a document that another body could share. Your request is public, with your name.
        </p>
      </div>
      {known.words ? <AlreadyThere words={known.words} /> : null}
      <div className="mt-8">
        {canAsk(viewer) ? (
          <AskForm
            action={ask}
            initial={{
              title: known.words.charAt(0).toUpperCase() + known.words.slice(1),
              purpose: '',
              lookingFor: 'either',
              categories: isLabel ? [category] : [],
              nation: known.nation,
              bodyGroup: known.body,
            }}
            shelves={areaShelves(headings)}
          />
        ) : (
          <WhyNot viewer={viewer} here={askPath(known)} />
        )}
      </div>
    </Shell>
  )
}

/** The same words as many others searched for need not be asked for once more. */
async function AlreadyThere({ words }: { words: string }) {
  const there = await findWantedWords(wordsToKeep(words))
  return (
    <div className="mt-6">
      {there ? (
        <Note kind="info" title="These words are on the list already">
          <p>
            Five or more people searched for them. <a href={wantedItemPath(there)}>See that request</a>, or
            say below what exactly you need.
          </p>
        </Note>
      ) : (
        <p>
          Not sure? <a href={`/search?q=${encodeURIComponent(words)}`}>Search for “{words}” once more</a>
        </p>
      )}
    </div>
  )
}

function WhyNot({ viewer, here }: { viewer: Viewer; here: string }) {
  if (viewer)
    return (
      <Note kind="info" title="New members ask once a moderator has verified them">
        <p>
          Until then you can <a href="/people">find people who offered to help</a> and write to them.
        </p>
      </Note>
    )
  return (
    <Note kind="info" title="Sign in to ask">
      <p>
        Whoever has an answer needs to know who asks.{' '}
        <a href={signInPath(here)}>Sign in and come back here</a>
      </p>
    </Note>
  )
}

/** What the address knows already; what it does not understand is left out. */
function read(asked: Asked) {
  const first = (value: string | string[] | undefined) => [value].flat()[0]?.trim() ?? ''
  const [words, category, nation, body] = [asked.words, asked.category, asked.nation, asked.body].map(first)
  return {
    words: words && keepable(words) ? words.slice(0, titleMax) : '',
    category: category ?? '',
    nation: nation && Object.hasOwn(WANTED_NATIONS, nation) ? nation : '',
    body: body && Object.hasOwn(BODY_GROUPS, body) ? body : '',
  }
}
