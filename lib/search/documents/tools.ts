import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { parentsIn } from '@/lib/taxonomy/effective'
import { readHeadingTree } from '@/lib/taxonomy/queries'
import { TOOLS } from '@/lib/tools/vocabulary'
import type { SearchDocument } from '../schema'
import { textsOf } from './texts'

export async function toolDocuments(tx: Tx): Promise<SearchDocument[]> {
  const tree = await readHeadingTree(tx)
  return Object.entries(TOOLS).map(([key, { name, does, codes }]) => {
    const known = codes.filter((code) => tree.get(code)?.retiredAt === null)
    return {
      id: `tool-${key}`,
      kind: 'tool',
      ref: key,
      pageId: null,
      texts: textsOf({ title: name, labels: known.map((code) => tree.get(code)?.name ?? ''), summary: does }),
      facets: {
        kind: ['tool'],
        category: [...new Set(known.flatMap((code) => [code, ...parentsIn(tree, code)]))],
      },
      acl: ['public'],
      year: null,
      quality: 50,
      favourites: 0,
      publishedAt: null,
      updatedAt: null,
    }
  })
}
