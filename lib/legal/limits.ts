/** For a hundred thousand case studies; savers wait as long. */
export const relabellingMs = 60_000
export const relabellingsPerPage = 50
export const registerNoteMax = 500
