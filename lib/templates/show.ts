import 'server-only'
import type { Answer, Answers } from './answers'
import type { TemplateField } from './schema'
import { type Place, YES_NO } from './vocabulary'

/** An answer as readers see it, in the order of the template. */
export type ShownAnswer = {
  key: string
  label: string
  after: Place
  /** No longer asked. */
  retired: boolean
} & (
  | { kind: 'words'; text: string }
  | { kind: 'prose'; markdown: string }
  | { kind: 'date'; date: string }
  | { kind: 'link'; url: string }
  | { kind: 'list'; entries: string[] }
)

export function shownAnswers(fields: TemplateField[], answers: Answers = {}): ShownAnswer[] {
  return fields.flatMap((field) => {
    const answer = answers[field.key]
    if (answer === undefined || answer.length === 0) return []
    const { key, label, after, retired } = field
    return [{ key, label, after, retired, ...asShown(field, answer) }]
  })
}

/** An answer in words, on one line unless it is a long text. */
export function wordsOf(field: TemplateField, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  const { type, unit } = field
  if (type === 'one-of' || type === 'many-of') return optionWords(field, answer).join(', ')
  const text = [answer].flat().join(', ')
  if (text === '') return ''
  if (type === 'yes-no') return YES_NO[text as keyof typeof YES_NO] ?? text
  if (type === 'money') return `${text.startsWith('-') ? '−' : ''}£${grouped(text.replace('-', ''))}`
  return type === 'number' ? `${grouped(text)}${unit ? ` ${unit}` : ''}` : text
}

function asShown(field: TemplateField, answer: Answer) {
  const text = [answer].flat().join(', ')
  if (field.type === 'long') return { kind: 'prose', markdown: text } as const
  if (field.type === 'date') return { kind: 'date', date: text } as const
  if (field.type === 'link') return { kind: 'link', url: text } as const
  if (field.type === 'many-of') return { kind: 'list', entries: optionWords(field, answer) } as const
  return { kind: 'words', text: wordsOf(field, answer) } as const
}

function optionWords({ options }: TemplateField, answer: Answer): string[] {
  const labels = new Map(options.map(({ key, label }) => [key, label]))
  return [answer].flat().map((key) => labels.get(key) ?? key)
}

/** "12500.50" as "12,500.50" */
function grouped(text: string): string {
  const [whole = '', part] = text.split('.')
  const joined = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part ? `${joined}.${part}` : joined
}
