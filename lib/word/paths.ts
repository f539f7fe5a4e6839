/** Where a case study is begun from a Word file. */
export const fromWordPath = '/case-studies/new/from-word'
