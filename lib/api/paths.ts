/** Where the API is described for people; its addresses stand under it. */
export const apiPath = '/api/v1'
export const openApiPath = `${apiPath}/openapi.json`
export const tokensPath = '/account/tokens'

export function caseStudyApiPath(id: number): string {
  return `${apiPath}/case-studies/${id}`
}
/** The paragraph that explains a kind of problem: what the `type` of an error leads to. */
export function problemPath(kind: string): string {
  return `${apiPath}#problem-${kind}`
}
