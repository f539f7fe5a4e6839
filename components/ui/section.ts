/** The six headings of the Cupboard, as the style sheet names them. */
export type Section = 'steps' | 'internal' | 'external' | 'contracts' | 'impact' | 'docs'

export const sectionClass: Record<Section, string> = {
  steps: 'c-steps',
  internal: 'c-internal',
  external: 'c-external',
  contracts: 'c-contracts',
  impact: 'c-impact',
  docs: 'c-docs',
}
