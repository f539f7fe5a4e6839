import 'server-only'
import { db, pool } from '@/lib/platform/db'
import { canManageAccounts, type SignedIn, type Viewer } from '@/lib/users/access'

export type MailProblem = {
  id: number
  subject: string
  problem: string
  dropped: boolean
  createdAt: string
}
export type JobProblem = { id: string; task: string; problem: string; updatedAt: string }
export type Problems = { mails: MailProblem[]; jobs: JobProblem[] }

const most = 50

/** Mail that cannot be sent and jobs that have used up their tries: for administrators, else empty. */
export async function listProblems(viewer: Viewer): Promise<Problems> {
  if (!canManageAccounts(viewer)) return { mails: [], jobs: [] }
  const mails = await db.mail.findMany({
    where: { state: { in: ['waiting', 'sending', 'dropped'] }, problem: { not: '' } },
    orderBy: { id: 'desc' },
    take: most,
  })
  const { rows } = await pool().query<{ id: string; task: string; problem: string; updated_at: Date }>(
    `SELECT id::text, task_identifier AS task, coalesce(last_error, '') AS problem, updated_at
     FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL ORDER BY id DESC LIMIT ${most}`,
  )
  return {
    mails: mails.map(({ id, subject, problem, state, createdAt }) => {
      return {
        id,
        subject,
        problem: tidy(problem),
        dropped: state === 'dropped',
        createdAt: createdAt.toISOString(),
      }
    }),
    jobs: rows.map(({ updated_at, problem, ...row }) => {
      return { ...row, problem: tidy(problem), updatedAt: updated_at.toISOString() }
    }),
  }
}

/** Has a dropped mail sent, or a parked job run, once more. Does nothing for anyone but administrators. */
export async function tryAgain(
  viewer: SignedIn,
  { kind, id }: { kind: 'mail' | 'job'; id: number },
): Promise<void> {
  if (!canManageAccounts(viewer)) return
  if (kind === 'mail')
    await db.mail.updateMany({
      where: { id, state: 'dropped' },
      data: { state: 'waiting', createdAt: new Date() },
    })
  else
    await pool().query('SELECT graphile_worker.reschedule_jobs(ARRAY[$1]::bigint[], now(), attempts => 0)', [
      id,
    ])
}

/** The first line, without the addresses that mail servers repeat: some are kept private. */
function tidy(problem: string): string {
  return (problem.split('\n')[0] ?? '').replace(/[^\s<>"']+@[^\s<>"']+/g, 'an address').slice(0, 300)
}
