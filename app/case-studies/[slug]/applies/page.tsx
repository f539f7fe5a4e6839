import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_shared/metadata'
import { AppliesToUs } from '@/components/lens/applies'
import { RulesLine } from '@/components/lens/rules-line'
import { appliesPath, caseStudyPath } from '@/lib/case-studies/paths'
import { findVisibleCaseStudy } from '@/lib/case-studies/queries'
import { findLens } from '@/lib/legal/lens/find'
import { readUnfinished, readUs } from '@/lib/legal/lens/read'
import { idOf } from '@/lib/platform/slug'
import CaseStudyPage, { generateMetadata as plainMetadata } from '../page'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ us?: string | string[] }> }

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await read(props)
  if (!view) return plainMetadata(props)
  const { title, summary } = view.content
  return pageMetadata({
    title: `Do the same rules apply to us? ${title}`,
    description: summary,
    path: caseStudyPath(view),
    hidden: true,
  })
}

/** The case study beside the rules of one body, which its address names. Nothing of it is kept. */
export default async function AppliesPage(props: Props) {
  const [view, { us: typed }] = await Promise.all([read(props), props.searchParams])
  const us = readUs(typed)
  if (!view) return <CaseStudyPage params={props.params} />
  const lens = us && (await findLens(us))
  return (
    <CaseStudyPage
      params={Promise.resolve({ slug: `${view.id}-${view.slug}` })}
      us={us ?? undefined}
      lens={
        <AppliesToUs
          one
          lens={lens}
          unfinished={us ? null : (readUnfinished(typed) ?? {})}
          action={appliesPath(view, null)}
          offHref={caseStudyPath(view)}
        >
          {lens ? <RulesLine rules={lens.of(view.row.law)} /> : null}
        </AppliesToUs>
      }
    />
  )
}

async function read({ params }: Props) {
  const id = idOf((await params).slug)
  return id === null ? null : findVisibleCaseStudy(id)
}
