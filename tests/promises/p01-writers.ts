import { createCaseStudy } from '@/lib/case-studies/create'
import { editCaseStudy } from '@/lib/case-studies/edit'
import { db } from '@/lib/platform/db'
import { aContent } from '@/tests/support/builders'

// Stands for the web part: many people saving at once through the verbs that it calls. Run by p01-kills.test.ts as a
// process of its own, which is killed at any moment. Each acknowledgement is one line; what was not acknowledged is sent
// again with the same key, as people do who press "Save" again.

export type Writer = { person: string; page: number | null; saved: number }

const writers = JSON.parse(process.argv[2] ?? '[]') as Writer[]
const each = Number(process.argv[3])

await Promise.all(writers.map(write))
process.stdout.write('done\n', () => process.exit(0))

async function write(writer: Writer) {
  const person = await db.person.findUniqueOrThrow({ where: { email: writer.person } })
  const viewer = { ...person, sessionId: person.id }
  let { page, saved } = writer
  while (saved < each) {
    const note = `${writer.person} ${saved + 1}`
    const draft = { content: aContent({ title: `Saved by ${note}` }), note, key: note }
    const outcome = page
      ? await editCaseStudy(viewer, { ...draft, id: page, base: saved })
      : await createCaseStudy(viewer, draft)
    if (!outcome.ok) throw new Error(`${note}: ${outcome.reason}`)
    page = outcome.value.id
    saved += 1
    // Written at once: what a killed process had in its buffer was never told to anybody.
    process.stdout.write(`${JSON.stringify([writer.person, page, outcome.value.number])}\n`)
  }
}
