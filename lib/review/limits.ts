export const reviewersMax = 5
export const requestNoteMax = 1000
