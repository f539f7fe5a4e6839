import { readFileSync } from 'node:fs'

export const onePassed = { passed: 1, failed: 0, skipped: 0 }
export const oneFailed = { passed: 0, failed: 1, skipped: 0 }

export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** Counts a Vitest JSON report. A file that could not even be read has no tests, and counts as one failure. */
export function tallyVitest(file, code) {
  const report = read(file)
  if (!report) return oneFailed
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && !hasFailure(result),
  ).length
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return withUnexplained(tally, code)
}

export function tallyPlaywright(file, code) {
  const report = read(file)
  if (!report) return oneFailed
  const { expected, unexpected, flaky, skipped } = report.stats
  return withUnexplained(
    { passed: expected + flaky, failed: unexpected + report.errors.length, skipped },
    code,
  )
}

/** The titles of the browser tests that passed only the second time. */
export function unsteadyTests(file) {
  const titles = ({ suites = [], specs = [] }) => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title),
    ...suites.flatMap(titles),
  ]
  return titles(read(file) ?? {})
}

function hasFailure(result) {
  return result.assertionResults.some((assertion) => assertion.status === 'failed')
}

// An error outside every test still has to show in the count.
function withUnexplained(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
