/** So many different people must have searched before anybody is shown the words. */
export const peopleMin = 5
/** A mark is one of so many: each is shared by a 256th of everybody who could search. */
export const marksMax = 256
/** Days after which marks, and words that too few people searched for, are removed. */
export const marksKeptDays = 90
/** Days after the last search that words are counted on which many people searched for. */
export const gapsKeptDays = 365
/** Words in a search that is counted, and its letters. */
export const gapWordsMax = 6
export const gapLettersMin = 3
export const gapLettersMax = 80
/** Searches counted of each kind: the oldest that were made once make room. */
export const gapsMax = 5000
/** Times that results were shown before it counts that few opened one. */
export const shownMin = 10

export const titleMax = 120
export const purposeMax = 1000
export const noteMax = 300
export const reasonMax = 300
export const areasMax = 6
/** Days ahead within which a public body says that it will have written. */
export const dueWithinDays = 365
export const wantedPerPage = 50
