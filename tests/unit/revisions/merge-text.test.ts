import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeText, type TextPart } from '@/lib/revisions/merge-text'
import { size } from '@/tests/support/size'

const base = 'Homes were cold in winter.\n\nThe contract was split into lots.\n\nBills fell by a third.'

describe('merging two changes of a text', () => {
  test('changes in different paragraphs are put together', () => {
    const theirs = base.replace('cold', 'very cold')
    const mine = base.replace('a third', 'a half')
    expect(clean({ base, theirs, mine })).toBe(
      'Homes were very cold in winter.\n\nThe contract was split into lots.\n\nBills fell by a half.',
    )
  })

  test('changes of different words of one paragraph are put together', () => {
    const theirs = base.replace('split into', 'divided into')
    const mine = base.replace('The contract', 'The heating contract')
    expect(clean({ base, theirs, mine })).toContain('The heating contract was divided into lots.')
  })

  test('a paragraph added by each in another place is kept twice over', () => {
    const merged = clean({ base, theirs: `First of all.\n\n${base}`, mine: `${base}\n\nLast of all.` })
    expect(merged).toBe(`First of all.\n\n${base}\n\nLast of all.`)
  })

  test('the same change made by both stands once', () => {
    const both = base.replace('a third', 'a quarter')
    expect(mergeText({ base, theirs: both, mine: both })).toEqual([{ kind: 'agreed', text: both }])
  })

  test('the same words changed by both are asked about, whole paragraph beside whole paragraph', () => {
    const theirs = base.replace('a third', 'a quarter')
    const mine = base.replace('a third', 'a half')
    expect(mergeText({ base, theirs, mine })).toEqual([
      { kind: 'agreed', text: 'Homes were cold in winter.\n\nThe contract was split into lots.\n\n' },
      {
        kind: 'conflict',
        base: 'Bills fell by a third.',
        theirs: 'Bills fell by a quarter.',
        mine: 'Bills fell by a half.',
      },
    ])
  })

  test('a paragraph that one removed and the other changed is asked about', () => {
    const theirs = base.replace('The contract was split into lots.\n\n', '')
    const mine = base.replace('into lots', 'into six lots')
    const [conflict] = mergeText({ base, theirs, mine }).filter(({ kind }) => kind === 'conflict')
    expect(conflict).toMatchObject({ mine: expect.stringContaining('into six lots') })
  })

  test('a paragraph rewritten by both is not woven together word by word', () => {
    const theirs = base.replace(
      'Homes were cold in winter.',
      'In winter, most of the flats could not be heated.',
    )
    const mine = base.replace(
      'Homes were cold in winter.',
      'Every winter the residents of the tower suffered.',
    )
    expect(mergeText({ base, theirs, mine })[0]).toMatchObject({ kind: 'conflict' })
  })

  test('a text too long to compare is one decision', () => {
    const long = Array.from({ length: 3000 }, (_, index) => `Line ${index}`).join('\n\n')
    const parts = mergeText({ base: long, theirs: `${long} a`, mine: `b ${long}` })
    expect(parts).toEqual([{ kind: 'conflict', base: long, theirs: `${long} a`, mine: `b ${long}` }])
  })
})

const word = fc.constantFrom('warm', 'cold', 'homes', 'the', 'lot', 'bill', 'ŵyau', '£2', '*x*', 'a')
const paragraph = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const document = fc.array(paragraph, { maxLength: 6 }).map((paragraphs) => paragraphs.join('\n\n'))

/** A document and two edits of it, each made of a few replaced, added or removed words and paragraphs. */
const edits = fc
  .tuple(document, fc.infiniteStream(fc.nat(1000)), fc.infiniteStream(fc.nat(1000)))
  .map(([text, one, other]) => ({
    base: text,
    theirs: edited(text, one, 'Tim'),
    mine: edited(text, other, 'Ann'),
  }))

describe(`over ${size({ suite: 500, full: 100_000 })} random pairs of edits`, () => {
  const runs = { numRuns: size({ suite: 500, full: 100_000 }) }

  test('every word that either added is in the text or in a piece that is asked about', () => {
    fc.assert(
      fc.property(edits, (three) => {
        const seen = counted(shown(mergeText(three)))
        for (const [added, count] of addedBy(three))
          expect(seen.get(added) ?? 0).toBeGreaterThanOrEqual(count)
      }),
      runs,
    )
  })

  test('every deletion is applied or asked about', () => {
    fc.assert(
      fc.property(edits, (three) => {
        const parts = mergeText(three)
        if (parts.some(({ kind }) => kind === 'conflict')) return
        const [was, theirs, mine] = [three.base, three.theirs, three.mine].map(counted)
        const result = counted(shown(parts))
        for (const [name, count] of result) {
          const most = (theirs?.get(name) ?? 0) + (mine?.get(name) ?? 0) - (was?.get(name) ?? 0)
          expect(count).toBeLessThanOrEqual(Math.max(most, theirs?.get(name) ?? 0, mine?.get(name) ?? 0))
        }
      }),
      runs,
    )
  })

  test('the order of saving changes nothing outside what is asked', () => {
    fc.assert(
      fc.property(edits, ({ base: was, theirs, mine }) => {
        const other = mergeText({ base: was, theirs: mine, mine: theirs }).map((part) =>
          part.kind === 'agreed' ? part : { ...part, theirs: part.mine, mine: part.theirs },
        )
        expect(mergeText({ base: was, theirs, mine })).toEqual(other)
      }),
      runs,
    )
  })

  test('one side’s change alone, and the same change twice, come out as they were typed', () => {
    fc.assert(
      fc.property(edits, ({ base: was, theirs }) => {
        expect(clean({ base: was, theirs, mine: was })).toBe(theirs)
        expect(clean({ base: was, theirs: was, mine: theirs })).toBe(theirs)
        expect(clean({ base: was, theirs, mine: theirs })).toBe(theirs)
      }),
      runs,
    )
  })
})

function clean(three: { base: string; theirs: string; mine: string }): string {
  const parts = mergeText(three)
  expect(parts.filter(({ kind }) => kind === 'conflict')).toEqual([])
  return shown(parts)
}

function shown(parts: TextPart[]): string {
  return parts
    .map((part) => (part.kind === 'agreed' ? part.text : ` ${part.base} ${part.theirs} ${part.mine} `))
    .join('')
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const found of text.split(/\s+/).filter(Boolean)) counts.set(found, (counts.get(found) ?? 0) + 1)
  return counts
}

/** Words marked as theirs or mine, which no base holds. */
function addedBy({ theirs, mine }: { theirs: string; mine: string }): Map<string, number> {
  return counted(
    [theirs, mine]
      .join(' ')
      .split(/\s+/)
      .filter((found) => /^(Tim|Ann)\d/.test(found))
      .join(' '),
  )
}

function edited(text: string, numbers: Iterable<number>, who: string): string {
  const stream = numbers[Symbol.iterator]()
  const next = (below: number) => (below > 0 ? (stream.next().value as number) % below : 0)
  let paragraphs = text.split('\n\n').filter(Boolean)
  for (let step = next(4); step >= 0; step -= 1) {
    const at = next(paragraphs.length + 1)
    const kind = next(5)
    const fresh = `${who}${step} ${who}${step}x`
    if (kind === 0) paragraphs = [...paragraphs.slice(0, at), fresh, ...paragraphs.slice(at)]
    else if (kind === 1) paragraphs = paragraphs.filter((_, index) => index !== at)
    else
      paragraphs = paragraphs.map((old, index) => (index === at ? changed(old, { kind, fresh, next }) : old))
  }
  return paragraphs.join('\n\n')
}

type Change = { kind: number; fresh: string; next: (below: number) => number }

function changed(old: string, { kind, fresh, next }: Change): string {
  const words = old.split(' ')
  const at = next(words.length)
  const replaced = { 2: [fresh], 3: [words[at] as string, fresh], 4: [] }[kind] ?? [words[at] as string]
  return [...words.slice(0, at), ...replaced, ...words.slice(at + 1)].join(' ')
}
