export const formatName = 'cupboard-export'
/** Raised when an older program could no longer read what is written. */
export const formatVersion = 1

export const manifestName = 'manifest.json'
export const readMeName = 'README.txt'

export const manifestMaxBytes = 64 * 1024 * 1024
/** The longest line of a member: a whole version of a page, with room. */
export const lineMaxBytes = 16 * 1024 * 1024
/** Rows that are read or written at a time. */
export const rowsAtOnce = 100
export const entriesMax = 1_000_000
