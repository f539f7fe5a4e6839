import type { Described, OpenApi } from '@/lib/api/openapi'
import { DataTable } from '../ui/data-table'
import { ApiExample } from './api-example'
import { CodeWords } from './code-words'
import { curlOf } from './curl'
import { nameIn, type Schema } from './schema-fields'

type Props = {
  method: string
  path: string
  described: Described
  site: string
  /** Statuses that every address answers alike: said once, above. */
  common: string[]
}

/** One thing that programs can do: what to send, what comes back, and how to try it. */
export function ApiOperation({ method, path, described, site, common }: Props) {
  const { operationId, summary, description, parameters, requestBody, responses } = described
  const body = nameIn(requestBody?.content['application/json']?.schema as Schema | undefined)
  return (
    <section className="operation" aria-labelledby={operationId}>
      <h3 id={operationId}>{summary}</h3>
      <p className="method">
        <code>
          <strong>{method.toUpperCase()}</strong> /api/v1{path}
        </code>
      </p>
      {description ? (
        <p>
          <CodeWords text={description} />
        </p>
      ) : null}
      {body ? (
        <p>
          The body is <a href={`#${body}`}>{body}</a>.
        </p>
      ) : null}
      {parameters.length > 0 ? <Parameters of={summary} parameters={parameters} /> : null}
      <Answers of={summary} responses={responses} common={common} />
      <ApiExample text={curlOf({ method, path, described, site })} />
    </section>
  )
}

function Parameters({ of, parameters }: { of: string } & Pick<Described, 'parameters'>) {
  return (
    <DataTable
      caption={
        <>
          What to send<span className="vh">: {of}</span>
        </>
      }
      columns={[{ label: 'Name' }, { label: 'In the' }, { label: 'What it is' }]}
      rows={parameters.map(({ name, in: place, required, description = '', schema }) => ({
        key: name,
        cells: [
          <code key="name">{name}</code>,
          { path: 'address', query: 'query', header: 'header' }[place],
          <span key="about">
            <CodeWords text={description} />
            {required && place !== 'path' ? ' Needed.' : ''}
            {rangeOf(schema as Schema)}
          </span>,
        ],
      }))}
    />
  )
}

function rangeOf({ enum: own, items, minimum, maximum, default: usual }: Schema): string {
  const choices = own ?? items?.enum
  if (choices) return ` One of: ${choices.join(', ')}.`
  if (usual !== undefined && maximum)
    return ` ${minimum} to ${maximum.toLocaleString('en-GB')}, else ${usual}.`
  return ''
}

type AnswersProps = { of: string; common: string[] } & Pick<Described, 'responses'>

function Answers({ of, responses, common }: AnswersProps) {
  const own = Object.entries(responses).filter(([status]) => !common.includes(status))
  return (
    <DataTable
      caption={
        <>
          What comes back<span className="vh">: {of}</span>
        </>
      }
      columns={[{ label: 'Status' }, { label: 'Means' }]}
      rows={own.map(([status, { description, content }]) => {
        const name = nameIn(content?.['application/json']?.schema as Schema | undefined)
        return {
          key: status,
          cells: [
            status,
            <span key="means">
              <CodeWords text={description} />
              {name ? (
                <>
                  {' '}
                  <a href={`#${name}`}>{name}</a>
                </>
              ) : null}
            </span>,
          ],
        }
      })}
    />
  )
}

/** Every operation in the order of the description. */
export function ApiOperations({ paths, site }: { paths: OpenApi['paths']; site: string }) {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method, path, described })),
  )
  const common = commonIn(all.map(({ described }) => described.responses))
  return (
    <>
      <p>
        Besides what stands below, every address can answer{' '}
        {common.map((status, index) => (
          <span key={status}>
            {index > 0 ? ', ' : ''}
            {status}
          </span>
        ))}
        . <a href="#problems">What they mean</a>
      </p>
      {all.map((each) => (
        <ApiOperation key={each.described.operationId} {...each} site={site} common={common} />
      ))}
    </>
  )
}

/** The statuses that mean the same everywhere. */
function commonIn([first, ...others]: Described['responses'][]): string[] {
  return Object.keys(first ?? {}).filter((status) =>
    others.every((responses) => responses[status]?.description === first?.[status]?.description),
  )
}
