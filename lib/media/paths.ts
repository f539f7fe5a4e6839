export const newFilePath = '/files/new'
/** Where programs and the editor send a file: multipart with `file`, `licence` and `confirm`. */
export const filesApiPath = '/api/files'

export function filePath({ id, name }: { id: number; name: string }): string {
  return `/files/${id}-${encodeURIComponent(name)}`
}

/** Whether an address is a file that was uploaded here, like "/files/12-contract.pdf". */
export function isFilePath(address: string): boolean {
  return /^\/files\/[1-9]\d{0,8}-[^\s/?#"'<>\\]{1,400}$/.test(address)
}
