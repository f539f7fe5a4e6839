import 'server-only'

type Facts = Record<string, string | number | boolean | null>

/** One JSON line on standard error. Facts carry ids, never text, addresses or tokens that people typed. */
export function log(level: 'info' | 'warn' | 'error', message: string, facts: Facts = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`)
}
