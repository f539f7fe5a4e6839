import 'server-only'
import { relabel } from '@/lib/case-studies/relabel'
import { emit } from '@/lib/outbox/emit'
import type { Tx } from '@/lib/platform/db'
import { done, type Outcome, refused } from '@/lib/platform/outcome'
import { publishing } from '@/lib/platform/publication/publishing'
import { codesMoved, standsFor, type Tree, treeOf } from '@/lib/taxonomy/effective'
import { choicesOf } from '@/lib/taxonomy/hierarchy'
import type { Changed } from './change'
import type { DecisionRefusal, OpenChange, Verdict } from './decide'
import { tagsOfHierarchy, tryOut, versionOf, writeHeadings } from './hierarchy'
import type { NewDecision, Proposal } from './schema'

type Choice = NonNullable<NewDecision['choices']>[number]
type Applied = { decisionNumber: number; taxonomyVersion: number; tags: string[] }

/** Carries out a change in the transaction that decides it, with the hierarchy locked. */
export async function applyChange(
  tx: Tx,
  { id, proposal }: OpenChange,
  { record, choices }: { record: Verdict; choices: Choice[] },
): Promise<Outcome<Applied, DecisionRefusal>> {
  const agreed = (await tx.categoryPosition.count({ where: { changeId: id, stance: 'support' } })) > 0
  if (proposal.kind === 'agree' && !agreed) return refused('no-support')
  // Looked at again: the hierarchy may have changed since it was proposed.
  const outcome = await tryOut(tx, proposal, agreed)
  if (!outcome.ok) return outcome
  const changed = outcome.value
  const before = treeOf(changed.all)
  const after = treeOf([...changed.rows.values()])
  const chosen = await chosenPages(tx, { proposal, changed, tree: before }, choices)
  if (!chosen) return refused('unknown-choice')

  const taxonomyVersion = (await versionOf(tx)) + 1
  await writeHeadings(tx, changed.after)
  await tx.categoryChange.update({
    where: { id },
    data: {
      ...record,
      state: 'applied',
      codes: changed.touched,
      taxonomyVersion,
      before: { rows: changed.before, created: changed.created },
    },
  })
  if (chosen.length > 0)
    await tx.categoryChoice.createMany({ data: chosen.map((choice) => ({ changeId: id, ...choice })) })
  const codes = codesMoved(before, after)
  await relabel(tx, codes, after)
  await emit(tx, 'hierarchy.changed', { changeId: id })
  const shown = tagsOfHierarchy([...codes, ...changed.touched], [before, after])
  await publishing(tx, shown)
  return done({ decisionNumber: record.decisionNumber, taxonomyVersion, tags: shown })
}

type Splitting = { proposal: Proposal; changed: Changed; tree: Tree }
type Chosen = { pageId: number; code: string; targets: string[] }

/** The choices with the codes that they lead to, or null when one names a page or a heading that is not meant. */
async function chosenPages(
  tx: Tx,
  { proposal, changed, tree }: Splitting,
  choices: Choice[],
): Promise<Chosen[] | null> {
  if (choices.length === 0) return []
  if (proposal.kind !== 'split') return null
  const { code, into } = proposal
  const ids = choices.map(({ pageId }) => pageId)
  const codes = codesOfSplit(proposal, changed)
  const labelled = await pagesUnder(tx, { ids, code, tree })
  const fits = ({ pageId, targets }: Choice) =>
    labelled.has(pageId) && targets.length > 0 && targets.every((index) => index < into.length)
  if (!choices.every(fits) || new Set(ids).size < ids.length) return null
  return choices.map(({ pageId, targets }) => {
    return { pageId, code, targets: [...new Set(targets)].flatMap((index) => codes[index] ?? []) }
  })
}

/** The codes of the headings that a split leads to, in the order of the proposal: new ones were numbered in it. */
function codesOfSplit(
  { code, into, default: first }: Extract<Proposal, { kind: 'split' }>,
  changed: Changed,
) {
  const [main = '', ...others] = changed.rows.get(code)?.successors ?? []
  return into.map((_, index) => (index === first ? main : (others[index > first ? index - 1 : index] ?? '')))
}

async function pagesUnder(
  tx: Tx,
  { ids, code, tree }: { ids: number[]; code: string; tree: Tree },
): Promise<Set<number>> {
  const pages = await tx.caseStudy.findMany({
    where: { pageId: { in: ids } },
    select: { pageId: true, labels: true },
  })
  const choices = await choicesOf(tx, ids)
  const standing = pages.filter(({ pageId, labels }) =>
    labels.some((label) => standsFor(label, tree, choices.get(pageId)).includes(code)),
  )
  return new Set(standing.map(({ pageId }) => pageId))
}
