import 'server-only'
import type { CaseStudyContent } from '@/lib/case-studies/schema'
import { regimeName } from '@/lib/legal/label'
import type { StoryContent } from '@/lib/stories/schema'

/** What search keeps of a page. The lead is short because ranking reads it for every hit. */
export type SearchDocument = { title: string; lead: string; body: string; keywords: string }

const leadLength = 900

/** `answers` are those to the template's own fields, in words. */
export function documentOfCaseStudy(
  content: CaseStudyContent,
  labels: string[],
  answers: string[],
): SearchDocument {
  const { organisation, partners, summary, regions, results, resources, legalStatus, gaps } = content
  return {
    title: content.title,
    lead: clip([summary, organisation, regions.join(', ')]),
    keywords: labels.join(', '),
    body: [
      partners,
      content.context,
      content.action,
      content.impact,
      content.happenedNext,
      ...results.map(
        (result) => `${result.measure} ${result.before} ${result.after} ${result.unit} ${result.period}`,
      ),
      ...resources.map((resource) => `${resource.title} ${resource.publisher}`),
      legalStatus.legalPoint,
      regimeName(legalStatus.regime),
      ...gaps,
      ...answers,
    ].join('\n'),
  }
}

export function documentOfStory(content: StoryContent, labels: string[]): SearchDocument {
  const { title, organisation, summary, regions, stages, oneThing, resources } = content
  return {
    title,
    lead: clip([summary, organisation, regions.join(', ')]),
    keywords: labels.join(', '),
    body: [
      ...stages.map((stage) => `${stage.title} ${stage.when} ${stage.text} ${stage.aside}`),
      oneThing,
      ...resources.map((resource) => `${resource.title} ${resource.publisher}`),
    ].join('\n'),
  }
}

function clip(parts: string[]): string {
  return parts.filter(Boolean).join('. ').slice(0, leadLength)
}
