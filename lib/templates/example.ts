import 'server-only'
import type { Answers } from './answers'
import type { TemplateField } from './schema'

/** Made-up answers to every field, for a preview. They say that they are examples. */
export function exampleAnswers(fields: TemplateField[]): Answers {
  return Object.fromEntries(fields.map((field) => [field.key, exampleOf(field)]))
}

function exampleOf({ type, options }: TemplateField): string | string[] {
  const [first, second] = options.filter(({ retired }) => !retired).map(({ key }) => key)
  if (type === 'many-of') return [first, second].filter((key) => key !== undefined)
  const examples = {
    text: 'An example, in one line',
    long: 'An example. Writers put **what they know** here, in paragraphs and lists.',
    number: '1250',
    money: '12500',
    date: '2026-11',
    'yes-no': 'yes',
    'one-of': first ?? '',
    link: 'https://www.example.gov.uk/report',
  }
  return examples[type]
}
