import 'server-only'
import type { Answered } from './engine'
import { postgres } from './engines/postgres/engine'
import type { Ask } from './schema'

/** Answers with the engine of `SEARCH_ENGINE`. */
export async function answer(ask: Ask): Promise<Answered> {
  return { ...(await postgres.find(ask)), engine: postgres.name, degraded: false }
}
