// A program for people's files (lib/media/child.ts) that looks round where it has no business.
import { execSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

process.once('message', ({ outside, target }) => {
  const tried = [
    () => readFileSync(outside, 'utf8'),
    () => writeFileSync(target, 'x'),
    () => execSync('true'),
    () => process.env.AUTH_SECRET ?? process.env.DATABASE_URL ?? forbidden(),
  ].map((attempt) => {
    try {
      attempt()
      return 'did it'
    } catch (error) {
      return error.code
    }
  })
  process.send(tried, () => process.disconnect())
})

function forbidden() {
  throw Object.assign(new Error('no secrets'), { code: 'none there' })
}
