/** What stands beside the form of a page belongs to it by this id. */
export const pageFormId = 'page-form'
