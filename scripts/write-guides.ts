import { mkdirSync, writeFileSync } from 'node:fs'
import { isValidElement, type ReactElement, type ReactNode } from 'react'
import AboutPage from '../app/about/page'
import AccessibilityPage from '../app/accessibility/page'
import CookiesPage from '../app/cookies/page'
import HelpPage from '../app/help/page'
import { metadata as law } from '../app/law/page'
import PrivacyPage from '../app/privacy/page'
import ValueForMoneyPage from '../app/value-for-money/page'
import type { GuideSection } from '../components/guides/guide'
import {
  communityBenefitLead,
  communityBenefitSections,
  communityBenefitTitle,
} from '../components/legal/community-benefit-sections'
import { LabelMeanings } from '../components/legal/label-meanings'

// Writes down what our own pages say, for the search: what is searched is what the pages show.
const INLINE = new Set(['a', 'abbr', 'b', 'cite', 'code', 'em', 'i', 'kbd', 'span', 'strong', 'sub', 'sup'])

type Guide = { title: string; lead: ReactNode; sections: GuideSection[] }

const GUIDES: Record<string, Guide> = {
  help: propsOf(HelpPage()),
  about: propsOf(AboutPage()),
  'value-for-money': propsOf(ValueForMoneyPage()),
  accessibility: propsOf(AccessibilityPage()),
  privacy: propsOf(PrivacyPage()),
  cookies: propsOf(CookiesPage()),
  'law/community-benefit-clauses': {
    title: communityBenefitTitle,
    lead: communityBenefitLead,
    sections: communityBenefitSections,
  },
  law: {
    title: String(law.title),
    lead: law.description,
    sections: [{ id: 'labels', title: 'What the labels mean', body: LabelMeanings() }],
  },
}

const written = Object.entries(GUIDES).map(([path, { title, lead, sections }]) => ({
  path,
  title,
  lead: textOf(lead),
  parts: sections.map((section) => ({
    name: section.title,
    text: `${section.title}\n${textOf(section.body)}`,
  })),
}))
const folder = new URL('../prisma/generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('guides.json', folder), JSON.stringify(written))
process.exit(0)

function propsOf(page: ReactElement): Guide {
  return page.props as Guide
}

/** The words that an element shows; what stands in lines of its own is divided. */
function textOf(node: ReactNode): string {
  return wordsOf(node)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
}

function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  const { type, props } = node
  if (typeof type === 'function') return wordsOf((type as (given: object) => ReactNode)(props))
  const inner = wordsOf(props.children)
  return INLINE.has(String(type)) ? inner : `\n${inner}\n`
}
