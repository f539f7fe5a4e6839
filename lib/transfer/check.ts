import 'server-only'
import type { z } from 'zod'
import { caseStudyContent } from '@/lib/case-studies/schema'
import { register } from '@/lib/legal/register'
import { fileMaxBytes } from '@/lib/media/limits'
import { faultsOf, type Walked } from '@/lib/revisions/verify'
import { withheldContent } from '@/lib/revisions/withheld'
import { storyContent } from '@/lib/stories/schema'
import { templateContent } from '@/lib/templates/schema'
import type { ArchiveReader } from './archive-reader'
import type { Progress } from './export'
import { linesOf } from './lines'
import type { ManifestMember } from './manifest'
import { MEMBERS, type Member } from './members'
import type { pageLine, revisionLine } from './shapes'
import { Unusable } from './unusable'

type Page = z.output<typeof pageLine>
type Revision = z.output<typeof revisionLine>
type Line = Record<string, unknown>
/** What is known of the file while it is read. */
type Known = {
  /** With the number of the last version that went by. */
  pages: Map<number, Page & { reached: number }>
  last: Walked | null
  hashes: Set<string>
}

/**
 * Reads a whole export once and keeps nothing: every member is what the manifest says, every line what the format says,
 * and every version stands on the one before it. Throws Unusable with the first thing that is wrong.
 */
export async function checkArchive(archive: ArchiveReader, onProgress: Progress): Promise<void> {
  const known: Known = { pages: new Map(), last: null, hashes: new Set() }
  for (const member of MEMBERS) {
    const said = memberOf(archive, `${member.name}.jsonl`)
    let count = 0
    for await (const line of rowsOf(archive, member)) {
      count += 1
      onProgress(member.name, count)
      checkLine(member, line, known)
    }
    if (count !== said.lines)
      throw new Unusable(`${said.name} has ${count} lines, and the manifest says ${said.lines}.`)
  }
  checkHeads(known)
  await checkBytes(archive, known)
}

/** The lines of a member, each as the format wants it. */
export async function* rowsOf(archive: ArchiveReader, member: Member): AsyncGenerator<Line> {
  const said = memberOf(archive, `${member.name}.jsonl`)
  let number = 0
  for await (const bytes of linesOf(said.name, archive.read(said))) {
    number += 1
    const read = member.line.safeParse(jsonOf(bytes))
    if (!read.success) {
      const [issue] = read.error.issues
      throw new Unusable(
        `Line ${number} of ${said.name} is not what the format says (${issue?.path.join('.') || 'the whole line'}).`,
      )
    }
    yield read.data
  }
}

export function memberOf({ manifest }: ArchiveReader, name: string): ManifestMember {
  return manifest.members.find((member) => member.name === name) as ManifestMember
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function checkLine({ model }: Member, line: Line, known: Known) {
  if (model === 'Page') known.pages.set(line.id as number, { ...(line as Page), reached: 0 })
  if (model === 'Revision') checkRevision(line as Revision, known)
  if (model === 'StoredFile') known.hashes.add(line.sha256 as string)
  if (model === 'LawRegister' && !register.safeParse(line.content).success)
    throw new Unusable(`Version ${line.version} of the law register cannot be read here.`)
  if (model === 'Template' && !templateContent.safeParse(line.content).success)
    throw new Unusable(`Version ${line.version} of the template cannot be read here.`)
}

function checkRevision(revision: Revision, known: Known) {
  const { pageId, number } = revision
  const where = `Page ${pageId}, version ${number}`
  const page = known.pages.get(pageId)
  if (!page) throw new Unusable(`${where}: there is no such page in pages.jsonl.`)
  const withheld = 'withheld' in revision
  if (withheld && page.state !== 'withdrawn')
    throw new Unusable(`${where}: its text is missing, though its page is not withdrawn.`)
  const last = known.last?.pageId === pageId ? known.last : null
  if (!last && page.reached > 0) throw new Unusable(`${where} is not where it belongs.`)
  const content = withheld ? withheldContent('') : revision.content
  const walked: Walked = { ...revision, createdAt: new Date(revision.createdAt), content }
  const [fault] = faultsOf(walked, last, { withheld })
  if (fault)
    throw new Unusable(`${where}: ${fault.what}. Somebody changed it, here or where it was exported.`)
  if (number === page.headNumber && !withheld && !schemaOf(page).safeParse(revision.content).success)
    throw new Unusable(`${where}: its content is not what a page holds.`)
  known.last = walked
  page.reached = number
}

function schemaOf({ kind }: Page) {
  return kind === 'story' ? storyContent : caseStudyContent
}

function checkHeads({ pages }: Known) {
  for (const { id, headNumber, reached } of pages.values())
    if (reached !== headNumber)
      throw new Unusable(
        `Page ${id} should end with version ${headNumber}, and ends with version ${reached}.`,
      )
}

/** The bytes of each file that is named, and no others. */
async function checkBytes(archive: ArchiveReader, { hashes }: Known): Promise<void> {
  const kept = archive.manifest.members.filter(({ name }) => name.startsWith('files/'))
  const spare = kept.find(({ sha256 }) => !hashes.has(sha256))
  if (spare) throw new Unusable(`It holds ${spare.name}, which files.jsonl does not name.`)
  if (kept.length < hashes.size) throw new Unusable('The bytes of a file that files.jsonl names are missing.')
  for (const member of kept) {
    if (member.bytes > fileMaxBytes) throw new Unusable(`${member.name} is larger than a file may be.`)
    for await (const _ of archive.read(member));
  }
}
