export const templatePath = '/admin/template'
export const newTemplateFieldPath = '/admin/template/new'
export const templatePreviewPath = '/admin/template/preview'

export function templateFieldPath(key: string): string {
  return `${templatePath}/fields/${key}`
}
/** Where the list shows one field. */
export function templateRowPath(key: string): string {
  return `${templatePath}#field-${key}`
}
