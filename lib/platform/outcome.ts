/** What a person can cause is a value: done with a result, or refused with one of a few reasons. */
export type Outcome<Value, Reason extends string> = { ok: true; value: Value } | Refusal<Reason>
export type Refusal<Reason extends string> = { ok: false; reason: Reason }

export function done<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refused<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason }
}
