import 'server-only'
import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { register } from './register'
import { holdCaseStudies, relabel } from './relabel'
import { currentRules } from './rules'

const NOTE = 'The register that came with the site'

/**
 * Writes version 1 of the law register where there is none, and labels the case studies that no register has looked at.
 * Where there is nothing to do it does nothing, so it runs at every start.
 */
export async function beginLawRegister(content: unknown): Promise<void> {
  if ((await db.lawRegister.count()) > 0 && (await countUnlabelled()) === 0) return
  await db.$transaction(async (tx) => {
    await holdCaseStudies(tx)
    if ((await tx.lawRegister.count()) === 0) {
      const first = { version: 1, content: register.parse(content), note: NOTE, createdAt: now() }
      await tx.lawRegister.create({ data: first })
    }
    await completeFacts(tx)
    const rules = await currentRules(tx)
    if (rules) await relabel(tx, rules)
  })
}

function countUnlabelled(): Promise<number> {
  return db.legalStatus.count({ where: { registerVersion: 0 } })
}

/** Records older than the register lack facts that decide: they are in the page, and in the directory. */
async function completeFacts(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE legal_status ls SET
      awarded_on = coalesce(r.content #>> '{legalStatus,awardedOn}', ''),
      started_on = cs.started_on,
      value_band = coalesce(r.content #>> '{legalStatus,valueBand}', 'unknown'),
      lead_region = coalesce(o.region, ''), body_type = coalesce(o.type, '')
    FROM case_study cs JOIN page p ON p.id = cs.page_id
      JOIN revision r ON r.page_id = p.id AND r.number = p.head_number
      LEFT JOIN organisation o ON o.id = cs.organisation_id
    WHERE ls.page_id = cs.page_id AND ls.register_version = 0`
}
