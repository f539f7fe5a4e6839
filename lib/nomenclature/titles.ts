import 'server-only'
import type { Proposal } from './schema'

/** A change in one line, with the names that its headings had when it was proposed. */
export function titleOf(proposal: Proposal, names: ReadonlyMap<string, string>): string {
  const name = (code: string) => names.get(code) ?? code
  switch (proposal.kind) {
    case 'rename': {
      const old = name(proposal.code)
      return old === proposal.name ? `New scope note for ${old}` : `Rename ${old} to ${proposal.name}`
    }
    case 'merge':
      return `Merge ${LIST.format(proposal.from.map(name))} into ${name(proposal.into)}`
    case 'split': {
      const parts = proposal.into.map((to) => to.name ?? name(to.code ?? ''))
      return `Split ${name(proposal.code)} into ${LIST.format(parts)}`
    }
    case 'move':
      return `Move ${name(proposal.code)} under ${name(proposal.parent)}`
    case 'retire':
      return proposal.into
        ? `Retire ${name(proposal.code)} in favour of ${name(proposal.into)}`
        : `Retire ${name(proposal.code)}`
    case 'add':
      return `Add ${proposal.name} under ${name(proposal.parent)}`
    case 'agree':
      return `Agree ${name(proposal.code)} as it stands`
  }
}

const LIST = new Intl.ListFormat('en-GB')
