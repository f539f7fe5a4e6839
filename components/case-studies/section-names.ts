/** The parts of a case study that can be edited by themselves, as addresses name them. */
export const SECTION_NAMES = {
  basics: 'Title and summary',
  context: 'Context',
  action: 'Action',
  impact: 'Impact',
  happenedNext: 'What happened next',
  gaps: 'What we don’t know',
  results: 'Results in figures',
  legal: 'Legal status',
  labels: 'Labels',
  resources: 'Documents and links',
  about: 'Who, where and when',
  contact: 'Contact',
}

export type SectionName = keyof typeof SECTION_NAMES

/** The part that an address asks for, or undefined when it asks for none that there is. */
export function sectionNamed(name: string | string[] | undefined): SectionName | undefined {
  return typeof name === 'string' && Object.hasOwn(SECTION_NAMES, name) ? (name as SectionName) : undefined
}
