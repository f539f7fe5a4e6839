/** A section is one letter. Below it stand "D05" or "E1", and under those "E1.1". Codes are permanent and never reused. */
export const CODE = /^[A-F](?:\d{1,4}(?:\.\d{1,4})?)?$/
/** What a page is labelled with: never a section itself. */
export const LABEL = /^[A-F]\d{1,4}(?:\.\d{1,4})?$/
