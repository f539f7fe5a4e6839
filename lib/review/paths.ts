export const reviewPath = '/review'

export function submissionPath(id: number): string {
  return `/review/${id}`
}
