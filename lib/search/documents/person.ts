import 'server-only'
import { type ListedPerson, listListed } from '@/lib/people/directory'
import type { Tx } from '@/lib/platform/db'
import { parentsIn } from '@/lib/taxonomy/effective'
import { type HeadingTree, readHeadingTree } from '@/lib/taxonomy/queries'
import type { SearchDocument } from '../schema'
import { textsOf } from './texts'

/** Those of these people who chose to be found, with what their public profile says and nothing else. */
export async function personDocuments(tx: Tx, handles: string[]): Promise<SearchDocument[]> {
  const tree = await readHeadingTree(tx)
  const people = await listListed(handles, { tx, tree })
  return people.map((person) => personDocument(person, tree))
}

function personDocument(person: ListedPerson, tree: HeadingTree): SearchDocument {
  const { handle, name, jobTitle, organisation, organisationPage, region, about, canHelpWith } = person
  const codes = person.helpCategories.map(({ code }) => code)
  return {
    id: `person-${handle}`,
    kind: 'person',
    ref: handle,
    pageId: null,
    texts: textsOf({
      title: name,
      labels: person.helpCategories.map((heading) => heading.name),
      organisation,
      summary: canHelpWith,
      people: [region],
      body: [
        { name: 'Job', text: jobTitle },
        { name: 'About', text: about },
      ],
    }),
    facets: {
      kind: ['person'],
      category: [...new Set(codes.flatMap((code) => [code, ...parentsIn(tree, code)]))],
      region: region ? [region] : [],
      organisation: organisationPage ? [String(organisationPage.id)] : [],
    },
    acl: ['public'],
    year: null,
    quality:
      (canHelpWith ? 40 : 0) + (about ? 20 : 0) + (codes.length > 0 ? 20 : 0) + (organisation ? 20 : 0),
    favourites: 0,
    publishedAt: null,
    updatedAt: null,
  }
}
