import 'server-only'
import { randomUUID } from 'node:crypto'
import { inChild } from '@/lib/media/child'
import * as limits from '@/lib/media/limits'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import type { WordRefusal } from './refusals'

/** A heading, paragraph, list or table at the top level of the text. */
export type Block = {
  kind: 'heading' | 'paragraph' | 'list' | 'table' | 'other'
  /** Of a heading: 1 to 6. */
  depth: number
  /** Set in Word's style for titles. */
  isTitle: boolean
  text: string
  markdown: string
  /** A paragraph that is bold from end to end. */
  isBold: boolean
  /** Its text says all of it: no link, picture, note, list or table. */
  isPlain: boolean
  /** Of a simple list: its items as plain text. */
  items: string[]
  /** Of a table with two columns. */
  rows: { label: string; isPlain: boolean; blocks: Block[] }[]
  notes: { text: string; markdown: string }[]
}
export type Beside = {
  from: 'header' | 'footer' | 'comments' | 'equations' | 'drawings' | 'charts' | 'lost'
  texts: string[]
}
export type WordPicture = { bytes: Uint8Array; type: string }
export type ReadWord = {
  /** From the properties of the file; often empty. */
  title: string
  blocks: Block[]
  beside: Beside[]
  pictures: WordPicture[]
  /** In Markdown, the address of picture n is this with n after it. */
  mark: string
}

const BOUNDS = { milliseconds: 15_000, megabytes: 384 }

/** Reads a Word file (.docx) in a process of its own. Refuses other files, hostile ones and those with tracked changes. */
export async function readWord(bytes: Uint8Array): Promise<Outcome<ReadWord, WordRefusal>> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > limits.fileMaxBytes) return refused('too-large')
  if (!startsLikeZip(bytes)) return refused('not-word')
  const mark = `picture-${randomUUID()}-`
  const message = { bytes, mark, limits: { ...limits } }
  const ran = await inChild<{ refused: WordRefusal } | Omit<ReadWord, 'mark'>>(
    'lib/word/programs/read.mjs',
    message,
    BOUNDS,
  )
  if (!ran.ok) return refused(ran.reason === 'too-slow' ? 'too-slow' : 'broken')
  return 'refused' in ran.value ? refused(ran.value.refused) : done({ ...ran.value, mark })
}

function startsLikeZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004'
}
