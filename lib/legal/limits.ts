export const relabellingsPerPage = 50
export const registerNoteMax = 500
