export const notificationsPath = '/account/notifications'
export const watchedPath = `${notificationsPath}#watched`
export const frequencyPath = '/account/settings#mailFrequency'

/** Where one POST, or one button, stops mail without signing in. */
export function unsubscribePath(token: string): string {
  return `/unsubscribe/${token}`
}
export function unsubscribePagePath(token: string): string {
  return `/unsubscribe?token=${encodeURIComponent(token)}`
}
export function notificationsPagePath(page: number): string {
  return page > 1 ? `${notificationsPath}?page=${page}` : notificationsPath
}
