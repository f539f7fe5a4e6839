/** The ways in, by who is asking. Each is an address that can be sent to a colleague. */
export const AUDIENCES = {
  strategy: {
    title: 'I lead on procurement',
    forWhom: 'Procurement professionals at strategic level',
    lead: 'Short evidence of what sustainable buying brought, and how others set it going: policy, leadership and impact.',
  },
  practitioners: {
    title: 'I run procurements',
    forWhom: 'Procurement professionals who do the buying',
    lead: 'How it was done: documents to learn from, and what is recorded about the law behind them.',
  },
  'service-managers': {
    title: 'I buy for a service',
    forWhom: 'Service managers with money to spend',
    lead: 'Start from what you buy. Each area holds what is known of other public bodies; some are still empty.',
  },
  leaders: {
    title: 'Chief executives and councillors',
    forWhom: 'People whose support makes the difference',
    lead: 'How whole organisations changed, and what came of it in figures.',
  },
} as const

export type Audience = keyof typeof AUDIENCES

export function isAudience(name: string): name is Audience {
  return Object.hasOwn(AUDIENCES, name)
}

export function audiencePath(audience: Audience): string {
  return `/for/${audience}`
}
