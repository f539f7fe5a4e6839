export function confirmPath(token: string): string {
  return `/confirm/${token}`
}
