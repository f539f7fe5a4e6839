/** Items in one answer of a list. */
export const perPage = 20
export const perPageMax = 100
/** The contents tree comes whole unless asked otherwise. */
export const headingsPerPage = 500
export const pageMax = 100_000

export const bodyMaxBytes = 1024 * 1024
/** How deep, how long and how much a JSON body may be before anything of it is looked at. */
export const nestingMax = 12
export const listMax = 1000
export const valuesMax = 20_000

export const keyMaxLength = 200
export const errorsMax = 100
export const searchWordsMax = 200

export const tokensMax = 20
export const tokenNameMax = 80
