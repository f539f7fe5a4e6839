import 'server-only'

// An export leaves out the texts of withdrawn pages, but not their places in the chains. This stands in for such a text.
export type WithheldContent = { withheld: true; title: string }

/** The name under which a site remembers that its content came out of an export. */
export const IMPORT_LOAD = 'imported-content'

export function withheldContent(title: string): WithheldContent {
  return { withheld: true, title }
}

/** Whether a version came without its text, because its page was withdrawn where it was exported. */
export function isWithheld(content: unknown): content is WithheldContent {
  return typeof content === 'object' && content !== null && 'withheld' in content && content.withheld === true
}
