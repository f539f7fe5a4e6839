/** Of one draft: its fields, and the pieces beside them, each as UTF-8 JSON. */
export const valuesMaxBytes = 1_000_000
export const trayMaxBytes = 4_000_000
/** Open drafts of one person. */
export const draftsMax = 200
/** Days in which a discarded draft can be taken back. */
export const undoDays = 30
