import type { Described } from '@/lib/api/openapi'

type Asked = { method: string; path: string; described: Described; site: string }

const EXAMPLES: Record<string, string> = {
  listCaseStudies: '?category=D10&perPage=5',
  listOrganisations: '?region=Wales',
  search: '?q=school%20meals',
}

/** A command that does it: with the first case study, and a file for what is sent. */
export function curlOf({ method, path, described, site }: Asked): string {
  const { operationId, security, parameters, requestBody } = described
  const address = `${site}/api/v1${path.replace('{id}', '1').replace('{n}', '1')}${EXAMPLES[operationId] ?? ''}`
  const needsToken = !security.some((way) => Object.keys(way).length === 0)
  const headers = parameters.filter(({ in: place, name }) => place === 'header' && name !== 'If-None-Match')
  return [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${address}'`,
    ...(needsToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...headers.map(({ name, example }) => `-H '${name}: ${example}'`),
    ...(requestBody ? ["-H 'Content-Type: application/json'", '--data @case-study.json'] : []),
  ].join(' \\\n  ')
}
