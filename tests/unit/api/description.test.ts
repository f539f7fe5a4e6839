import { describe, expect, test } from 'vitest'
import { fieldsOf } from '@/components/api/schema-fields'
import { contentOf } from '@/lib/api/content'
import { EXAMPLE, exampleAnswer } from '@/lib/api/example'
import { openApi, problemTypes } from '@/lib/api/openapi'
import { OPERATIONS } from '@/lib/api/operations/all'
import { caseStudyWrite } from '@/lib/api/schema'
import { viewOf } from '@/lib/api/view'
import { proseMax, resourcesMax, titleMax } from '@/lib/case-studies/limits'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { readStarterFiles } from '@/prisma/starter-files'

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is looked into here and there
const described: any = openApi()
const { schemas } = described.components

describe('the description', () => {
  test('has every operation, and every reference in it leads somewhere', () => {
    for (const { path, method, id } of OPERATIONS)
      expect(described.paths[path][method.toLowerCase()].operationId).toBe(id)
    const text = JSON.stringify(described)
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(schemas).toHaveProperty(name)
    expect(text).not.toContain('$defs')
  })

  test('says of each limit what the forms enforce', () => {
    const { properties, additionalProperties, required } = schemas.CaseStudyToWrite
    expect(properties.title).toMatchObject({ type: 'string', minLength: 1, maxLength: titleMax })
    expect(properties.context).toMatchObject({ maxLength: proseMax })
    expect(properties.resources).toMatchObject({ maxItems: resourcesMax })
    expect(properties.startedOn.pattern).toBeTruthy()
    expect(additionalProperties).toBe(false)
    expect(required.sort()).toEqual(['action', 'categories', 'context', 'impact', 'summary', 'title'])
    expect(properties.id).toMatchObject({ readOnly: true })
  })

  test('answers may gain fields; what is sent may not have others', () => {
    expect(schemas.CaseStudy).not.toHaveProperty('additionalProperties')
    expect(schemas.CaseStudy.required).toContain('legalStatus')
    const { parameters } = described.paths['/case-studies'].get
    expect(parameters).toContainEqual(
      expect.objectContaining({
        name: 'perPage',
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      }),
    )
  })

  test('every problem has a paragraph of its own and a status of the description', () => {
    const statuses = new Set(
      OPERATIONS.flatMap(({ path, method }) =>
        Object.keys(described.paths[path][method.toLowerCase()].responses),
      ),
    )
    for (const { kind, status, example } of problemTypes()) {
      expect(example.type).toMatch(new RegExp(`/api/v1#problem-${kind}$`))
      // A wrong method is no operation; an outage is nothing that anybody should count on.
      if (!['wrong-method', 'outage'].includes(kind)) expect(statuses).toContain(String(status))
    }
  })

  test('the page lists fields inside fields by their path', () => {
    const paths = fieldsOf(schemas.CaseStudyToWrite).map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['extra.home', 'results[].measure', 'contact.byForm']))
    expect(paths).not.toContain('revision')
  })
})

describe('what is sent and what is given', () => {
  test('the example can be sent, and its answer is one', () => {
    expect(caseStudyWrite.safeParse(EXAMPLE).success).toBe(true)
    expect(exampleAnswer()).toMatchObject({ title: EXAMPLE.title, slug: 'heating-contracts-in-small-lots' })
  })

  test('every case study of the starter content comes back as it was given out', async () => {
    const starter = await readStarterFiles('case-studies')
    expect(starter.length).toBeGreaterThan(30)
    for (const { facts: given, parts } of starter) {
      const prose = { context: parts.Context, action: parts.Action, impact: parts.Impact }
      const happenedNext = parts['What happened next'] ?? ''
      const content = caseStudyContent.parse({ ...given, ...prose, happenedNext })
      const [createdAt, updatedAt] = [new Date(), new Date()]
      const facts = { id: 1, slug: 'x', revision: 1, organisationId: null, hidesContact: false, fields: [] }
      const view = viewOf({ ...facts, content, createdAt, updatedAt })
      const sent = caseStudyWrite.parse(JSON.parse(JSON.stringify(view)))
      expect(await contentOf(sent)).toEqual({ ok: true, content })
    }
  })
})
