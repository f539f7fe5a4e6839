import type { NextThing } from '@/components/account/next-up'
import { newCaseStudyPath } from '@/lib/case-studies/paths'
import { canReview } from '@/lib/review/access'
import { reviewPath } from '@/lib/review/paths'
import { canEditTemplate } from '@/lib/templates/access'
import { templatePath } from '@/lib/templates/paths'
import { canManageAccounts, type SignedIn } from '@/lib/users/access'
import { adminPath, settingsPath } from '@/lib/users/paths'

type Facts = { waiting: number; reports: number; listed: boolean }

/** What this person might do next: what waits for them first. */
export function nextFor(viewer: SignedIn, { waiting, reports, listed }: Facts): NextThing[] {
  const things: NextThing[] = []
  if (canReview(viewer))
    things.push({
      title: `${waiting} waiting for a moderator`,
      text: `${reports} open ${reports === 1 ? 'report' : 'reports'} from readers.`,
      href: reviewPath,
      button: 'Open the review queue',
    })
  if (canEditTemplate(viewer))
    things.push({
      title: 'The case study template',
      text: 'What the form asks, and what members say about it.',
      href: templatePath,
      button: 'Open the template',
    })
  if (canManageAccounts(viewer))
    things.push({
      title: 'Accounts and roles',
      text: `${waiting} ${waiting === 1 ? 'contribution waits' : 'contributions wait'} for a moderator.`,
      href: adminPath,
      button: 'Manage accounts',
    })
  things.push({
    title: 'Share a case study',
    text: 'A summary, a link and a few ticks are enough to start.',
    href: newCaseStudyPath,
    button: 'Share',
  })
  if (!listed)
    things.push({
      title: 'Be found by people with the same question',
      text: 'You are not listed in the people directory. You choose what it says.',
      href: `${settingsPath}#listed`,
      button: 'Offer to be found',
    })
  return things
}
