import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { leadsTo, parentsIn } from '@/lib/taxonomy/effective'
import { type Heading, type HeadingTree, readHeadingTree } from '@/lib/taxonomy/queries'
import type { SearchDocument } from '../schema'
import { qualityOfCount } from './counts'
import { namesOf } from './labels'
import { textsOf } from './texts'

/** Every heading in use; of these codes only when they are named. */
export async function categoryDocuments(tx: Tx, codes?: string[]): Promise<SearchDocument[]> {
  const [tree, counts] = [await readHeadingTree(tx), await countsOf(tx, codes)]
  const wanted = codes && new Set(codes)
  return [...tree.values()]
    .filter(({ code, retiredAt }) => retiredAt === null && (!wanted || wanted.has(code)))
    .map((heading) => categoryDocument(heading, tree, counts.get(heading.code) ?? 0))
}

function categoryDocument(heading: Heading, tree: HeadingTree, count: number): SearchDocument {
  const { code, name, note, alsoCalled } = heading
  const above = parentsIn(tree, code)
  // What was merged or split into it is still asked for by its name.
  const before = [...tree.values()].filter(
    (other) => other.retiredAt !== null && leadsTo(other.code, tree).includes(code),
  )
  return {
    id: `category-${code.replace('.', '_')}`,
    kind: 'category',
    ref: code,
    pageId: null,
    texts: textsOf({
      title: name,
      aliases: [
        ...alsoCalled,
        ...before.flatMap(({ name: former, alsoCalled: others }) => [former, ...others]),
      ],
      labels: [
        ...namesOf(heading).slice(1 + alsoCalled.length),
        ...above.map((one) => tree.get(one)?.name ?? ''),
      ],
      summary: note,
    }),
    facets: { kind: ['category'], category: [code, ...above] },
    acl: ['public'],
    year: null,
    quality: qualityOfCount(count),
    favourites: 0,
    publishedAt: null,
    updatedAt: null,
  }
}

async function countsOf(tx: Tx, codes?: string[]): Promise<Map<string, number>> {
  const rows = await tx.caseStudyCategory.groupBy({
    by: ['code'],
    where: codes && { code: { in: codes } },
    _count: true,
  })
  return new Map(rows.map(({ code, _count }) => [code, _count]))
}
