import 'server-only'
import type { AnyOperation } from '../operation'
import { listCaseStudies, readCaseStudy } from './case-studies'
import { listCategories, listOrganisations } from './lists'
import { readMe } from './me'
import { listRevisions, readRevision } from './revisions'
import { searchEverything } from './search'
import { createCaseStudy, replaceCaseStudy } from './writing'

/** Everything that programs can do, in the order in which it is described. */
export const OPERATIONS: AnyOperation[] = [
  listCaseStudies,
  readCaseStudy,
  createCaseStudy,
  replaceCaseStudy,
  listRevisions,
  readRevision,
  listCategories,
  listOrganisations,
  searchEverything,
  readMe,
]
