import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { connect } from 'node:net'
import { freePort } from '../../scripts/lib/ports.mjs'
import { isAlive, launchNode } from '../../scripts/lib/processes.mjs'
import { expect, test } from '../support/journeys'

// One more web process on the same database: its two programs live and die together.
test.setTimeout(180_000)

type Web = { child: ChildProcess; port: number; pages: number; said: () => string }
const started: ChildProcess[] = []
test.afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

test('a web process answers, and its two programs end together', async () => {
  const web = await aWebProcess()
  expect(await statusOf(web.port, '/about')).toBe(200)
  expect(await statusOf(web.port, '/api/health/ready')).toBe(200)

  await test.step('the port is in use: said at once, and nothing is left behind', async () => {
    const second = launchWeb(web.port)
    const [code] = await once(second.child, 'exit')
    expect(code).toBe(1)
    expect(second.said()).toContain(`Port ${web.port} is in use. Set PORT to a free one`)
    expect(childrenOf(second.child.pid as number)).toEqual([])
  })

  await test.step('what makes the pages is killed: the page server says so and ends', async () => {
    const ended = once(web.child, 'exit')
    process.kill(web.pages, 'SIGKILL')
    expect((await ended)[0]).toBe(1)
    expect(web.said()).toContain('The server that makes the pages ended, so this one ends too.')
  })
})

test('the page server is killed: what makes the pages ends too', async () => {
  const web = await aWebProcess()
  web.child.kill('SIGKILL')
  await expect.poll(() => isAlive(web.pages), { timeout: 15_000 }).toBe(false)
})

test('asked to stop, it finishes what is under way, takes nothing new, and ends well', async () => {
  const web = await aWebProcess()
  const body = 'email=a&password=b'
  const socket = connect(web.port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  // Half a form is under way.
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${web.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
  )
  expect(await statusOf(web.port, '/about')).toBe(200)

  const ended = once(web.child, 'exit')
  web.child.kill('SIGTERM')
  await expect.poll(() => statusOf(web.port, '/about').catch(() => 'refused')).toBe('refused')
  socket.write(body.slice(5))
  expect((await ended)[0]).toBe(0)
  const answer = Buffer.concat(chunks).toString()
  expect([answer.slice(0, 12), answer.includes('Sign in</h1>'), answer.includes('</html>')]).toEqual([
    'HTTP/1.1 200',
    true,
    true,
  ])
  expect(isAlive(web.pages)).toBe(false)
})

async function aWebProcess(): Promise<Web> {
  const port = await freePort()
  const { child, said } = launchWeb(port)
  await expect.poll(said, { timeout: 90_000 }).toContain('Serving on')
  const [pages] = childrenOf(child.pid as number)
  return { child, port, said, pages: pages as number }
}

function launchWeb(port: number) {
  const env = { ...process.env, PORT: String(port), NODE_ENV: 'production' as const }
  const child = launchNode(['scripts/serve.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] }) as ChildProcess
  started.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return { child, said: () => output }
}

function childrenOf(pid: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  } catch {
    return []
  }
}

function statusOf(port: number, path: string): Promise<number | undefined> {
  return new Promise((answered, failed) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume().on('end', () => answered(answer.statusCode))
    }).on('error', failed)
  })
}
