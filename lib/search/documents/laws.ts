import 'server-only'
import { lawEntryPath } from '@/lib/legal/paths'
import { type Law, register } from '@/lib/legal/register'
import { LAW_KINDS } from '@/lib/legal/vocabulary'
import type { Tx } from '@/lib/platform/db'
import type { SearchDocument } from '../schema'
import { helpDocument } from './guides'

/** Every law of the register that decides now: each has a page of its own. */
export async function lawDocuments(tx: Tx): Promise<SearchDocument[]> {
  const newest = await tx.lawRegister.findFirst({ orderBy: { version: 'desc' } })
  return newest ? register.parse(newest.content).laws.map(lawDocument) : []
}

function lawDocument({ code, name, kind, nations, note, transition, changes }: Law): SearchDocument {
  const path = lawEntryPath(code).slice(1)
  return helpDocument({
    path,
    texts: {
      title: name,
      aliases: [code],
      labels: ['Law register', LAW_KINDS[kind]],
      summary: note,
      people: nations,
      body: [
        { name: 'Transition', text: transition },
        { name: 'What changed', text: changes },
      ],
    },
  })
}
