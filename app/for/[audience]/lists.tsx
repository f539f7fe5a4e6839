import { CaseStudyShelf } from '@/components/audiences/case-study-shelf'
import { StoryShelf } from '@/components/audiences/story-shelf'
import { ShelfSection } from '@/components/layout/shelf-section'
import { Tree } from '@/components/ui/tree'
import { listFirst } from '@/lib/case-studies/first'
import { REGIMES } from '@/lib/legal/vocabulary'
import { listStories } from '@/lib/stories/queries'
import { categoryPath } from '@/lib/taxonomy/paths'
import { listCountedHeadings } from '@/lib/taxonomy/queries'

// What each audience sees first.

const withFigures = { has: 'figure', sort: 'measured' }
const namedLaws = Object.keys(REGIMES).filter((code) => code !== 'UNK')

export async function ForLeaders() {
  const [stories, figures] = await Promise.all([listStories(), listFirst(withFigures)])
  return (
    <>
      <StoryShelf stories={stories} />
      <CaseStudyShelf id="figures" title="Results in figures" found={figures} />
    </>
  )
}

export async function ForStrategy() {
  const [policy, governance, impact] = await Promise.all([
    listFirst({ category: ['A2'], sort: 'measured' }),
    listFirst({ category: ['A3', 'A1'], sort: 'measured' }),
    listFirst({ ...withFigures, category: ['E'] }),
  ])
  return (
    <>
      <CaseStudyShelf id="policy" title="Policy and strategy" found={policy} />
      <CaseStudyShelf id="governance" title="Leadership, governance and making the case" found={governance} />
      <CaseStudyShelf id="impact" title="Impact, in figures" found={impact} />
    </>
  )
}

export async function ForPractitioners() {
  const [documents, legal] = await Promise.all([
    listFirst({ has: 'document', sort: 'measured' }),
    listFirst({ law: namedLaws, has: 'document' }),
  ])
  return (
    <>
      <CaseStudyShelf id="documents" title="With documents to learn from" found={documents} />
      <CaseStudyShelf id="legal" title="With the law recorded" found={legal} />
    </>
  )
}

export async function ForServiceManagers() {
  const [headings, figures] = await Promise.all([
    listCountedHeadings(),
    listFirst({ ...withFigures, category: ['D'] }),
  ])
  const areas = headings.filter(({ parentCode }) => parentCode === 'D')
  return (
    <>
      <ShelfSection id="areas" title="What do you buy?">
        <div className="max-w-2xl">
          <Tree
            items={areas.map((area) => ({ href: categoryPath(area), label: area.name, count: area.count }))}
          />
        </div>
      </ShelfSection>
      <CaseStudyShelf id="figures" title="What came of it elsewhere" found={figures} />
    </>
  )
}
