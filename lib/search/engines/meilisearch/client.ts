import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type EnqueuedTask,
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  type Task,
} from 'meilisearch'
import { env } from '@/lib/platform/env'

export const searchMs = 1500
const writeMs = 10_000
const taskMs = 120_000
const pollMs = 250
const tries = 3
const longestPauseMs = 10_000

/** The task was taken and then failed: `code` is what Meilisearch calls the cause. */
export class TaskFailed extends Error {
  constructor(
    readonly uid: number,
    readonly code: string,
    /** Whether what was sent is at fault, and not the server. */
    readonly ours: boolean,
    message: string,
  ) {
    super(message)
  }
}

type Clients = { key: string; searching: Meilisearch; writing: Meilisearch }
const kept = globalThis as { cupboardMeilisearch?: Clients }

/** May search and nothing else. The limit of time is set with each request (`within`). */
export function searching(): Meilisearch {
  return clients().searching
}

/** May write documents and settings, make and swap indexes, and read tasks. */
export function writing(): Meilisearch {
  return clients().writing
}

function clients(): Clients {
  const { url, adminKey, searchKey } = env.meilisearch
  const key = [url, adminKey, searchKey].join(' ')
  if (kept.cupboardMeilisearch?.key !== key)
    kept.cupboardMeilisearch = {
      key,
      searching: new Meilisearch({ host: url, apiKey: searchKey }),
      writing: new Meilisearch({ host: url, apiKey: adminKey, timeout: writeMs }),
    }
  return kept.cupboardMeilisearch
}

/** A signal that ends a request after so long, or when the asker is gone: the client obeys only one of the two. */
export function within(ms: number, signal?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(ms)
  return signal ? AbortSignal.any([signal, limit]) : limit
}

/** Asks again, up to three times in all, what may be asked twice: after a broken line, 408, 429 or a fault of the server. */
export async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === tries || !mayPass(error)) throw error
      await pause(pauseAfter(error, attempt))
    }
  }
}

/** Waits until a write is done. Throws `TaskFailed` where it was refused, whatever the server then says of itself. */
export async function settled(enqueue: () => EnqueuedTaskPromise): Promise<Task> {
  const { taskUid } = await enqueued(enqueue)
  const task = await writing().tasks.waitForTask(taskUid, { timeout: taskMs, interval: pollMs })
  if (task.status === 'succeeded') return task
  const { code = 'canceled', type = 'internal', message = `The task is ${task.status}.` } = task.error ?? {}
  throw new TaskFailed(taskUid, code, type === 'invalid_request', message)
}

/**
 * Hands a write over without waiting. A key for our own indexes sees no task that is about several or none, such as a
 * swap: what it did is seen by its effect.
 */
export async function enqueued(enqueue: () => EnqueuedTaskPromise): Promise<EnqueuedTask> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await enqueue()
    } catch (error) {
      // A write whose answer was lost may still arrive, so only a plain refusal is followed by another try.
      if (attempt === tries || ![429, 503].includes(statusOf(error))) throw error
      await pause(pauseAfter(error, attempt))
    }
  }
}

/** Waits until `happened`, as long as for a task. Throws when it has not. */
export async function until(happened: () => Promise<boolean>, what: string): Promise<void> {
  for (const begun = Date.now(); !(await happened()); await pause(pollMs))
    if (Date.now() - begun > taskMs) throw new Error(`Meilisearch did not ${what} in time.`)
}

/** The status of an answer that was an error; 0 where there was none. */
export function statusOf(error: unknown): number {
  return error instanceof MeilisearchApiError ? error.response.status : 0
}

/** What Meilisearch calls the fault, such as "index_not_found". */
export function codeOf(error: unknown): string {
  if (error instanceof TaskFailed) return error.code
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? '') : ''
}

function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  return error instanceof MeilisearchRequestError || status === 408 || status === 429 || status >= 500
}

function pauseAfter(error: unknown, attempt: number): number {
  const told = error instanceof MeilisearchApiError ? Number(error.response.headers.get('retry-after')) : 0
  const usual = 200 * 2 ** attempt * (0.5 + Math.random())
  return Math.min(longestPauseMs, told > 0 ? told * 1000 : usual)
}
