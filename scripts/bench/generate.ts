import { htmlOf } from '@/lib/case-studies/record'
import { type CaseStudyContent, caseStudyContent } from '@/lib/case-studies/schema'
import { CERTAINTIES, EVIDENCE, FORMATS, RESOURCE_KINDS, STATES } from '@/lib/case-studies/vocabulary'
import { APPROVALS, CHALLENGES, NATIONS, PROCEDURES, REGIMES, REUSE } from '@/lib/legal/vocabulary'
import { REGIONS } from '@/lib/organisations/vocabulary'
import type { ProseHtml } from '@/lib/revisions/render'
import { type Prose, type Shape, shapeFor, textsFor } from './prose'
import type { Random } from './random.mjs'
import type { Vocabulary } from './words'

/** What the generator draws from: everything that the site knows already. */
export type World = { vocabulary: Vocabulary; organisations: string[]; areas: string[]; headings: string[] }

const htmlByShape = new Map<Shape, ProseHtml>()

/** A case study as a person might have written it, checked by the schema that checks people's, and its HTML. */
export function generateCaseStudy(
  random: Random,
  world: World,
): { content: CaseStudyContent; html: ProseHtml } {
  const shape = shapeFor({
    sources: random.between(1, 6),
    table: random.chance(0.3),
    sequel: random.chance(0.6),
    legalPoint: random.chance(0.3),
  })
  const texts = textsFor(shape, (words) => phrase(random, world, words))
  const content = contentOf(random, world, shape)
  return {
    content: withProse(content, texts.putInto(shape.prose)),
    html: texts.putInto(htmlOfShape(content, shape)),
  }
}

/** Rendered by the project once for each shape: plain words put in afterwards come out as they went in. */
function htmlOfShape(content: CaseStudyContent, shape: Shape): ProseHtml {
  const html = htmlByShape.get(shape) ?? htmlOf(withProse(content, shape.prose))
  htmlByShape.set(shape, html)
  return html
}

function withProse(content: CaseStudyContent, { legalPoint, ...prose }: Prose): CaseStudyContent {
  return { ...content, ...prose, legalStatus: { ...content.legalStatus, legalPoint } }
}

function contentOf(random: Random, world: World, { prose, sources }: Shape): CaseStudyContent {
  const year = random.between(2004, 2026)
  return caseStudyContent.parse({
    ...prose,
    title: capital(phrase(random, world, random.between(4, 9))).slice(0, 110),
    summary: sentences(random, world, 28).slice(0, 390),
    gaps: Array.from({ length: random.between(0, 3) }, () => sentences(random, world, 9)),
    home: random.chance(0.7) ? 'elsewhere' : 'here',
    organisation: random.pick(world.organisations),
    regions: random.some(REGIONS, random.chance(0.85) ? 1 : 2),
    startedOn: String(year),
    dateNote: `${year} onwards`,
    state: random.pick(Object.keys(STATES)),
    evidence: random.pick(Object.keys(EVIDENCE)),
    checkedOn: random.chance(0.5) ? '2026-10' : '',
    categories: [
      ...random.some(world.areas, random.chance(0.8) ? 1 : 2),
      ...random.some(world.headings, random.between(1, 4)),
    ],
    legalStatus: legalOf(random, year),
    resources: Array.from({ length: sources }, () => resourceOf(random, world)),
    results: Array.from({ length: random.between(0, 4) }, () => resultOf(random, world)),
    contact: random.chance(0.4)
      ? { name: 'Procurement team', organisation: '', email: 'team@council.example' }
      : null,
  })
}

/** What somebody would have changed in an earlier version: never the prose, so its HTML is made once. */
export function earlierVersion(random: Random, world: World, content: CaseStudyContent): CaseStudyContent {
  return {
    ...content,
    summary: sentences(random, world, 24).slice(0, 390),
    gaps: [...content.gaps, sentences(random, world, 8)],
  }
}

function legalOf(random: Random, year: number) {
  const kinds = random.some(Object.keys(APPROVALS), random.chance(0.7) ? 1 : 2)
  return {
    nation: random.pick(NATIONS),
    regime: random.pick(Object.keys(REGIMES)),
    commencedOn: random.chance(0.5) ? String(year) : '',
    procedure: random.pick(Object.keys(PROCEDURES)),
    approvals: kinds.map((kind) => ({ kind })),
    challenge: { state: random.pick(Object.keys(CHALLENGES)) },
    reuse: random.pick(Object.keys(REUSE)),
  }
}

function resourceOf(random: Random, world: World) {
  return {
    kind: random.pick(Object.keys(RESOURCE_KINDS)),
    title: capital(phrase(random, world, 6)),
    url: `https://www.council.example/papers/${random.between(1000, 99_999)}`,
    publisher: random.pick(world.organisations).slice(0, 200),
    date: String(random.between(2004, 2026)),
    format: random.pick(Object.keys(FORMATS)),
    seenOn: '2026-11',
  }
}

function resultOf(random: Random, world: World) {
  return {
    measure: capital(phrase(random, world, 5)),
    before: random.chance(0.5) ? String(random.between(1, 60)) : '',
    after: String(random.between(20, 99)),
    unit: '%',
    period: String(random.between(2004, 2026)),
    source: '1',
    certainty: random.pick(Object.keys(CERTAINTIES)),
  }
}

function sentences(random: Random, world: World, words: number): string {
  const made: string[] = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, random.between(8, 20))
    made.push(`${capital(phrase(random, world, length))}.`)
    left -= length
  }
  return made.join(' ')
}

function phrase(random: Random, { vocabulary }: World, words: number): string {
  return Array.from({ length: words }, () => vocabulary.draw(random)).join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
