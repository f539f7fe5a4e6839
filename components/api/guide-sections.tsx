import type { OpenApi } from '@/lib/api/openapi'
import { openApiPath, tokensPath } from '@/lib/api/paths'
import type { Template } from '@/lib/templates/queries'
import type { GuideSection } from '../guides/guide'
import { ApiExample } from './api-example'
import { CodeWords } from './code-words'
import { ApiOperations } from './operation'
import { OwnFieldsGuide } from './own-fields'
import type { Schema } from './schema-fields'
import { SchemaTable } from './schema-table'

export type ProblemType = { kind: string; status: number; title: string; meaning: string; example: object }
type Props = { description: OpenApi; problems: ProblemType[]; site: string; template: Template }

/** The description of the API as sections of a page. */
export function apiSections({ description, problems, site, template }: Props): GuideSection[] {
  const { info, paths, components } = description
  return [
    { id: 'start', title: 'Start', body: <Start about={info.description} site={site} /> },
    { id: 'tokens', title: 'Tokens', body: <Tokens site={site} /> },
    {
      id: 'changing',
      title: 'Change without losing a word',
      body: <Changing site={site} example={exampleIn(paths)} />,
    },
    { id: 'addresses', title: 'Every address', body: <ApiOperations paths={paths} site={site} /> },
    {
      id: 'fields',
      title: 'Fields',
      body: <Fields schemas={components.schemas as Record<string, Schema>} />,
    },
    { id: 'template', title: 'Fields of the template', body: <OwnFieldsGuide template={template} /> },
    { id: 'problems', title: 'When something is refused', body: <Problems problems={problems} /> },
  ]
}

function exampleIn(paths: OpenApi['paths']): string {
  const content = paths['/case-studies']?.post?.requestBody?.content['application/json']
  return JSON.stringify(content?.example, null, 2)
}

function Start({ about, site }: { about: string; site: string }) {
  return (
    <>
      <p>{about}</p>
      <ApiExample
        text={`curl '${site}/api/v1/case-studies?perPage=2'\ncurl '${site}/api/v1/case-studies/1'`}
      />
      <p>
        Every list answers <code>items</code>, <code>page</code>, <code>perPage</code> and <code>total</code>.
        A page in a browser may read from any other site, without credentials. Send the <code>ETag</code> of
        what you have in <code>If-None-Match</code>, and what has not changed is not sent again.
      </p>
      <p>
        For programs that write programs: <a href={openApiPath}>the description in OpenAPI 3.1</a>. This page
        is made from it, and it is made from the rules that check what you send.
      </p>
    </>
  )
}

function Tokens({ site }: { site: string }) {
  return (
    <>
      <p>
        Make a token under <a href={tokensPath}>your tokens</a>: one that may only read, or one that may write
        as you. It is shown once. Send it with each request:
      </p>
      <ApiExample text={`curl -H "Authorization: Bearer $TOKEN" '${site}/api/v1/me'`} />
      <p>
        Cookies are never looked at. A token stops at once when you revoke it or when your account is
        suspended. New members write through the site until they are verified.
      </p>
    </>
  )
}

function Changing({ site, example }: { site: string; example: string }) {
  return (
    <>
      <ol>
        <li>
          Read the case study and keep its <code>ETag</code>: the number of the version.
        </li>
        <li>
          Change what you mean to change, and send the whole back with that number in <code>If-Match</code>.
          What you leave out is emptied.
        </li>
        <li>
          If others saved meanwhile and your changes do not touch theirs, both are kept: <code>merged</code>{' '}
          is true. If they touch, the answer is 409 with every piece as it was, as they wrote it and as you
          wrote it. Nothing is written. Put the two together and send it with the new number.
        </li>
        <li>
          Give each change a name of its own in <code>Idempotency-Key</code>. When an answer is lost, send the
          same again: it is saved once.
        </li>
      </ol>
      <ApiExample
        text={`curl -X PUT '${site}/api/v1/case-studies/1' \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'If-Match: "3"' \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -H 'Content-Type: application/json' \\
  --data @case-study.json`}
      />
      <p>A body that could be sent, about no real council:</p>
      <ApiExample text={example} />
    </>
  )
}

function Fields({ schemas }: { schemas: Record<string, Schema> }) {
  return (
    <>
      <p>
        A text that is not known is empty. A date says what is known of it: 2004, 2004-11 or 2004-11-20. Prose
        is Markdown (CommonMark with tables).
      </p>
      {Object.entries(schemas).map(([name, schema]) => (
        <SchemaTable key={name} name={name} schema={schema} sent={name.endsWith('ToWrite')} />
      ))}
    </>
  )
}

function Problems({ problems }: { problems: ProblemType[] }) {
  const example = problems.find(({ kind }) => kind === 'no-base')?.example
  return (
    <>
      <p>
        A refusal is <code>application/problem+json</code>. Its <code>type</code> is the address of one of the
        paragraphs below.
      </p>
      <ApiExample text={JSON.stringify(example, null, 2)} />
      <dl className="problems">
        {problems.map(({ kind, status, title, meaning }) => (
          <div key={kind} id={`problem-${kind}`}>
            <dt>
              {status} {title}
            </dt>
            <dd>
              <CodeWords text={meaning} /> <code className="quiet">{kind}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
