export const nameMax = 120
export const noteMax = 400
export const otherNamesMax = 40
export const reasonMax = 2000
/** Days ahead within which a proposal closes. */
export const closesAfterMin = 1
export const closesAfterMax = 365
export const mergedMax = 10
export const successorsMax = 10
/** Case studies shown as examples of what a change moves. */
export const examplesShown = 5
/** Case studies offered for a choice of their own when a heading is split. */
export const splitListed = 1000
