import 'server-only'
import { z } from 'zod'

const text = z.string()
const count = z.int().min(0)

export const hit = z
  .strictObject({
    kind: z.enum(['case-study', 'story', 'tool', 'document', 'category', 'organisation', 'person', 'help']),
    id: z
      .union([z.int().min(1), text])
      .meta({ description: 'A number; of a heading its code, of a person the handle, of help its name.' }),
    key: text.meta({ description: 'What no other result has, such as case-12.' }),
    slug: text,
    url: z.url(),
    title: text,
    snippet: text.meta({ description: 'Some words around what was found, without markup.' }),
    marked: z.array(text).meta({ description: 'The words of the snippet that matched.' }),
    where: text.meta({ description: 'The field, page or slide where they stand; empty for the summary.' }),
  })
  .meta({ id: 'SearchHit' })

export const hitList = z
  .strictObject({
    items: z.array(hit),
    page: z.int().min(1),
    perPage: z.int().min(1),
    total: count.meta({ description: 'How many there are, up to 10,000.' }),
    more: z.boolean().meta({ description: 'Whether there are more than `total`.' }),
    relaxed: z.boolean().meta({ description: 'Nothing has all of the words: these have some of them.' }),
    others: z
      .array(hit)
      .meta({ description: 'Where few have all of the words: some that have some. Counted nowhere.' }),
    taken: z
      .array(z.strictObject({ typed: text, as: text }))
      .meta({ description: 'Words that are not known, and what they were taken for.' }),
    truncated: z.boolean().meta({ description: 'Only the first 10 words were used.' }),
    facets: z.record(text, z.record(text, count)).meta({
      description: 'By filter and value how many results it would leave, its own filter left out.',
    }),
    engine: z.enum(['postgres', 'meilisearch']).meta({ description: 'Which engine answered.' }),
    degraded: z.boolean().meta({ description: 'The reserve answered, because the chosen engine did not.' }),
  })
  .meta({ id: 'SearchHitList' })
