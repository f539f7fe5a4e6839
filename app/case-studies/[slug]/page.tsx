import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { notLive, notLiveMetadata } from '@/app/_shared/gone'
import { pageMetadata } from '@/app/_shared/metadata'
import { CaseStudyArticle } from '@/components/case-studies/article'
import { DoNext } from '@/components/case-studies/do-next'
import { CaseStudyFacts, CaseStudyMeasures } from '@/components/case-studies/facts'
import { CaseStudyHead, CaseStudyTabs } from '@/components/case-studies/head'
import { ContactCard, OnThisPage, Related, StoryLinks, ThisVersion } from '@/components/case-studies/side'
import { dayOf } from '@/components/dates'
import { Shell } from '@/components/layout/shell'
import { AppliesToUs } from '@/components/lens/applies'
import { RequestNote } from '@/components/review/request-note'
import { ownId } from '@/components/templates/own-answers'
import { appliesPath, caseStudiesPath, caseStudyPath } from '@/lib/case-studies/paths'
import { type CaseStudyView, findVisibleCaseStudy, listRelated } from '@/lib/case-studies/queries'
import { findOwnAnswers, type OwnAnswers } from '@/lib/case-studies/template'
import { findStanding } from '@/lib/confirmations/queries'
import { discussionPath } from '@/lib/discussions/paths'
import { countOpenThreads } from '@/lib/discussions/queries'
import { withUs } from '@/lib/legal/lens/paths'
import type { Us } from '@/lib/legal/lens/vocabulary'
import { listRelabellingsOf, type PageRelabelling } from '@/lib/legal/queries'
import { idOf } from '@/lib/platform/slug'
import { listOpenReviews } from '@/lib/review/requests'
import { categoryPath } from '@/lib/taxonomy/paths'
import type { Place } from '@/lib/templates/vocabulary'

type Props = {
  params: Promise<{ slug: string }>
  /** What stands there of whose rules it is compared with; this page itself is the same for everybody. */
  lens?: ReactNode
  us?: Us
}

// Static on demand: rendered when first asked for, dropped by the save that changes it.
export function generateStaticParams() {
  return []
}

async function read({ params }: Props): Promise<CaseStudyView | null> {
  const { slug } = await params
  const id = idOf(slug)
  const view = id === null ? null : await findVisibleCaseStudy(id)
  if (view && slug !== `${view.id}-${view.slug}`) permanentRedirect(caseStudyPath(view))
  return view
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug } = await props.params
  const id = idOf(slug)
  const view = id === null ? null : await findVisibleCaseStudy(id)
  if (!view) return notLiveMetadata('case_study', slug)
  const { title, organisation, summary } = view.content
  const name = organisation ? `${title} – ${organisation}` : title
  return pageMetadata({ title: name, description: summary, path: caseStudyPath(view) })
}

export default async function CaseStudyPage(props: Props) {
  const view = await read(props)
  if (!view) return notLive({ kind: 'case_study', ...(await props.params), pathOf: caseStudyPath })
  const { content, row } = view
  const [area] = row.labels
  const [related, talk, reviews, standing, own, moves] = await Promise.all([
    area ? listRelated(view.id, area.code) : [],
    countOpenThreads(view.id),
    listOpenReviews(view.id),
    findStanding(view.id),
    findOwnAnswers(content),
    listRelabellingsOf(view.id),
  ])
  return (
    <Shell current="browse" crumbs={crumbsOf(area, props.us)}>
      <CaseStudyHead page={view} content={content} labels={row.labels} saveable />
      <CaseStudyTabs page={view} current="read" threads={talk.total} />
      <RequestNote reviews={reviews} href={discussionPath({ ...view, kind: 'case_study' })} />
      <CaseStudyFacts
        page={view}
        content={content}
        organisation={view.organisation}
        legal={{ law: row.law, approval: row.legal }}
      />
      <CaseStudyMeasures content={content} />
      {props.lens ?? (
        <AppliesToUs one lens={null} action={appliesPath(view, null)} offHref={caseStudyPath(view)} />
      )}
      <div className="with-side notes">
        <CaseStudyArticle
          page={view}
          content={content}
          html={view.html}
          files={view.files}
          law={{ ...row.law, moved: lastMove(view, moves) }}
          verdict={row.legal}
          entered={{ by: view.authors[0]?.name ?? 'a former contributor', on: dayOf(row.addedAt) }}
          editable
          talk={talk.byField}
          own={own}
        />
        <aside className="aside ui" aria-label="About this case study">
          <OnThisPage items={partsOf(view, own)} />
          <ContactCard page={view} content={content} />
          <StoryLinks stories={view.stories} organisation={content.organisation} />
          <Related heading={area?.name.toLowerCase() ?? ''} rows={related} />
          <ThisVersion page={view} content={content} authors={view.authors} standing={standing} />
        </aside>
      </div>
      <DoNext page={view} content={content} area={area ?? null} />
    </Shell>
  )
}

/** The register's last move of the label, unless the page has changed since: then its own facts decided anew. */
function lastMove({ changedAt }: CaseStudyView, [last]: PageRelabelling[]): PageRelabelling | undefined {
  return last && last.createdAt > changedAt && last.labelBefore !== last.labelAfter ? last : undefined
}

function crumbsOf(area?: { code: string; name: string; slug: string }, us: Us | null = null) {
  const crumbs = [
    { href: '/', label: 'Home' },
    { href: withUs(caseStudiesPath, us), label: 'Case studies' },
  ]
  return area ? [...crumbs, { href: categoryPath(area), label: area.name }] : crumbs
}

function partsOf({ content }: CaseStudyView, { answers }: OwnAnswers) {
  const own = (...places: Place[]) =>
    answers
      .filter(({ kind, after }) => kind === 'prose' && places.includes(after))
      .map(({ key, label }) => ({ id: ownId(key), label }))
  return [
    ...own('summary'),
    { id: 'context', label: 'Context' },
    ...own('context'),
    { id: 'action', label: 'Action' },
    ...own('action'),
    { id: 'impact', label: 'Impact' },
    ...own('impact', 'results'),
    { id: 'legal', label: 'Legal status' },
    ...own('legal'),
    { id: 'next', label: 'What happened next' },
    ...(content.gaps.length ? [{ id: 'gaps', label: 'What we don’t know' }] : []),
    { id: 'resources', label: 'Documents and links' },
    ...own('end'),
    { id: 'do-next', label: 'Do this next' },
  ]
}
