/** Lengths in characters unless the name says otherwise. */
export const titleMax = 120
export const summaryMax = 400
export const summaryMaxWords = 60
export const proseMax = 30_000
export const lineMax = 300
export const noteMax = 200
export const gapsMax = 30
export const resourcesMax = 80
export const resultsMax = 30
export const approvalsMax = 12
export const categoriesMax = 60
export const perPage = 20
