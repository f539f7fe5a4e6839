type Choice = { sources: number; table: boolean; sequel: boolean; legalPoint: boolean }
export type Prose = {
  context: string
  action: string
  impact: string
  happenedNext: string
  legalPoint: string
}

/** The Markdown of one kind of case study with a mark in place of every stretch of words, and the lengths of these. */
export type Shape = { sources: number; prose: Prose; lengths: number[] }

const paragraphs = { context: 3, action: 4, impact: 3, happenedNext: 1 }
// Five sentences: with the list and the headings about 640 words in all.
const sentenceLengths = [9, 14, 8, 17, 10]
const shapes = new Map<string, Shape>()

export function shapeFor(choice: Choice): Shape {
  const key = JSON.stringify(choice)
  const shape = shapes.get(key) ?? makeShape(choice)
  shapes.set(key, shape)
  return shape
}

/** Words for every mark of a shape; `putInto` replaces the marks in any texts made from it, such as their HTML. */
export function textsFor({ lengths }: Shape, phrase: (words: number) => string) {
  const texts = lengths.map((words) => {
    const text = phrase(words)
    return text.charAt(0).toUpperCase() + text.slice(1)
  })
  const put = (text: string) => text.replace(/Mark(\d+)x/g, (_, index) => texts[Number(index)] as string)
  return {
    putInto: <Texts extends Record<string, string>>(all: Texts) =>
      Object.fromEntries(Object.entries(all).map(([name, text]) => [name, put(text)])) as Texts,
  }
}

function makeShape({ sources, table, sequel, legalPoint }: Choice): Shape {
  const lengths: number[] = []
  const mark = (words: number) => `Mark${lengths.push(words) - 1}x`
  const sentences = () => sentenceLengths.map((words) => `${mark(words)}.`).join(' ')
  const cited = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${sentences()} [${(index % sources) + 1}](#source-${(index % sources) + 1})`,
    )
  const list = () => [7, 5, 6].map((words) => `- ${mark(words)}`).join('\n')
  const figures = '| Year | Share |\n| --- | --- |\n| 2024 | 31 |\n| 2025 | 44 |'
  const prose = {
    context: cited(paragraphs.context).join('\n\n'),
    action: [...cited(paragraphs.action), `### ${mark(4)}`, list()].join('\n\n'),
    impact: [...cited(paragraphs.impact), ...(table ? [figures] : [])].join('\n\n'),
    happenedNext: sequel ? cited(paragraphs.happenedNext).join('\n\n') : '',
    legalPoint: legalPoint ? sentences() : '',
  }
  return { sources, prose, lengths }
}
