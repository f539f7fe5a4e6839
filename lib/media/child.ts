import 'server-only'
import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refused } from '@/lib/platform/outcome'

type Bounds = { milliseconds: number; megabytes: number }
export type ChildRefusal = 'too-slow' | 'failed'

// People's files are read by parsers that may hang or grow. More at once would starve the readers of pages.
const atOnceMax = 2
const waiting: (() => void)[] = []
let running = 0

/**
 * Runs a program of ours on what a person sent, in a process of its own: without our secrets, unable to write a file,
 * and killed when it takes too long or too much memory. `program` is a path from the root of the repository; it gets
 * `message` and answers with one message. Refuses 'too-slow' and 'failed'.
 */
export async function inChild<Answer>(
  program: string,
  message: object,
  bounds: Bounds,
): Promise<Outcome<Answer, ChildRefusal>> {
  if (running >= atOnceMax) await new Promise<void>((begin) => waiting.push(begin))
  else running += 1
  try {
    return await run<Answer>(program, message, bounds)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function run<Answer>(program: string, message: object, { milliseconds, megabytes }: Bounds) {
  return new Promise<Outcome<Answer, ChildRefusal>>((settle) => {
    const root = realpathSync(process.cwd())
    const child = fork(join(/* turbopackIgnore: true */ root, program), [], {
      cwd: root,
      env: { NODE_ENV: 'production' },
      execArgv: [...walls(root), `--max-old-space-size=${megabytes}`, '--no-warnings'],
      serialization: 'advanced',
      stdio: 'ignore',
    })
    const timer = setTimeout(() => end(refused('too-slow')), milliseconds)
    const end = (outcome: Outcome<Answer, ChildRefusal>) => {
      clearTimeout(timer)
      settle(outcome)
      child.kill('SIGKILL')
    }
    child.once('message', (answer) => end(done(answer as Answer)))
    child.once('exit', () => end(refused('failed')))
    child.once('error', () => end(refused('failed')))
    child.send(message, (error) => error && end(refused('failed')))
  })
}

/** What Node itself forbids the process: reading outside the project, writing, starting others. */
function walls(root: string): string[] {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  )
  return flag ? [flag, `--allow-fs-read=${join(root, '*')}`, '--allow-addons'] : []
}
