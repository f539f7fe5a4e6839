import 'server-only'
import type { Part, Texts } from '../schema'
import { aliasesOf } from '../synonyms'

export type NamedText = { name: string; text: string }
type Given = {
  title: string
  aliases?: string[]
  labels?: string[]
  organisation?: string
  summary?: string
  people?: (string | undefined)[]
  body?: NamedText[]
  fileName?: string
  file?: NamedText[]
}

// Nobody sees them, and PostgreSQL keeps no NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** The words of a thing by field. What its capitals stand for is added: to the title's or, from long texts, to its labels. */
export function textsOf(given: Given): Texts {
  const { title, aliases = [], labels = [], organisation = '', summary = '', people = [] } = given
  const [body, file] = [joinParts(given.body ?? []), joinParts(given.file ?? [])]
  const spelled = aliasesOf(`${title}\n${summary}`)
  const spelledBelow = aliasesOf(`${body.text}\n${file.text}`)
  const texts: Texts = {
    title: tidy(title),
    aliases: listed([...aliases, spelled]),
    labels: listed([...labels, spelledBelow === spelled ? '' : spelledBelow]),
    organisation: tidy(organisation),
    summary: tidy(summary),
    people: listed(people),
    body: body.text,
    fileName: tidy(given.fileName ?? ''),
    fileText: file.text,
  }
  if (body.parts.length > 0) texts.bodyParts = body.parts
  if (file.parts.length > 0) texts.fileParts = file.parts
  return texts
}

/** One text, and where each of its parts begins. */
function joinParts(given: NamedText[]): { text: string; parts: Part[] } {
  const parts: Part[] = []
  let text = ''
  for (const part of given) {
    const own = tidy(part.text)
    if (own === '') continue
    if (text !== '') text += '\n\n'
    if (part.name !== '') parts.push({ name: part.name, from: text.length })
    text += own
  }
  return { text, parts }
}

function listed(words: (string | undefined)[]): string {
  return [...new Set(words.map((word) => tidy(word ?? '')))].filter(Boolean).join(', ')
}

function tidy(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '').trim()
}
