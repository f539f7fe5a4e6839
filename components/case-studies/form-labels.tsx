import { useEffect, useRef, useState } from 'react'
import { FormCommentLink } from '../discussions/form-comment-link'
import type { Form } from '../forms/use-form'
import { LabelFilter } from '../nomenclature/label-filter'
import { RetiredTicks } from '../nomenclature/retired-ticks'
import { SectionTicks } from '../nomenclature/section-ticks'
import { type TickHeading, wherePutsIt } from '../nomenclature/standing'
import { narrowed, treeOf } from '../nomenclature/tree'
import { Shelf } from '../ui/shelf'

export type { TickHeading } from '../nomenclature/standing'

/** The contents tree as tick boxes, folded by section; a label is ticked, never typed. */
export function FormLabels({ form, headings }: { form: Form; headings: TickHeading[] }) {
  const field = useRef<HTMLDivElement>(null)
  const given = form.list('categories')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(given))
  const [words, setWords] = useState(form.text('labelFilter'))
  const read = () => setTicked(tickedIn(field.current))
  useEffect(() => setTicked(tickedIn(field.current)), [])

  const error = form.error('categories')
  const offered = headings.filter(({ retiredAt }) => !retiredAt)
  const retired = headings.filter(({ code, retiredAt }) => retiredAt && given.includes(code))
  const { meant, shown } = narrowed(words, offered, ticked)
  return (
    <section aria-labelledby="labels">
      <Shelf
        id="labels"
        title="Labels"
        aside={
          <>
            {ticked.size} ticked <FormCommentLink field="categories" part="labels" />
          </>
        }
      />
      <div
        className={error ? 'field has-error' : 'field'}
        id="categories"
        tabIndex={-1}
        ref={field}
        onChange={read}
      >
        <p className="measure">
          Tick what it is about. It then shows under each label, and under what the label belongs to.
        </p>
        {error ? <p className="error">{error}</p> : null}
        <LabelFilter
          form={form}
          words={words}
          found={[...meant].filter((code) => code.length > 1).length}
          setWords={setWords}
        />
        <RetiredTicks headings={headings} retired={retired} />
        <div className="tickshelves">
          {treeOf(offered).map((section) => (
            <SectionTicks
              key={section.heading.code}
              section={section}
              ticked={ticked}
              given={given}
              shown={words.trim() ? shown : null}
            />
          ))}
        </div>
        <WhatItMeans ticked={ticked} headings={headings} />
      </div>
    </section>
  )
}

/** What follows from what is ticked, in words. */
function WhatItMeans({ ticked, headings }: { ticked: ReadonlySet<string>; headings: TickHeading[] }) {
  const { under, above } = wherePutsIt(ticked, headings)
  if (under.length === 0) return null
  return (
    <p className="ticked-means">
      It shows under <strong>{under.join(', ')}</strong>.
      {above.length > 0 ? (
        <>
          {' '}
          It also shows under <strong>{above.join(', ')}</strong>.
        </>
      ) : null}
    </p>
  )
}

function tickedIn(field: HTMLElement | null): ReadonlySet<string> {
  const boxes = field?.querySelectorAll<HTMLInputElement>('input[name="categories[]"]:checked') ?? []
  return new Set([...boxes].map(({ value }) => value))
}
