export const newFilePath = '/files/new'
/** Where programs and the editor send a file: multipart with `file`, `licence` and `confirm`. */
export const filesApiPath = '/api/files'

export function filePath({ id, name }: { id: number; name: string }): string {
  return `/files/${id}-${encodeName(name)}`
}

/** The page that shows how to link a file that was just uploaded. */
export function uploadedPath(id: number): string {
  return `${newFilePath}?uploaded=${id}`
}

/** A file name as an address and as RFC 8187 want it; a bracket would end a link in Markdown. */
export function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Whether an address is a file that was uploaded here, like "/files/12-contract.pdf". */
export function isFilePath(address: string): boolean {
  return FILE_PATH.test(address)
}

export const FILE_PATH = /^\/files\/[1-9]\d{0,8}-[^\s/?#"'<>\\]{1,400}$/

/** The number of a file in its address, or null when the address is not one of ours. */
export function fileIdOf(address: string): number | null {
  return isFilePath(address) ? Number(/\d+/.exec(address)?.[0]) : null
}
