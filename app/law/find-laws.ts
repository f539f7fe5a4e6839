import type { LawView } from '@/components/legal/law-words'
import { findRegister, type RegisterView } from '@/lib/legal/queries'
import { todayIs } from '@/lib/legal/standing'
import { endOf, isOver } from '@/lib/legal/window'

export type Laws = Omit<RegisterView, 'register'> & { laws: LawView[]; names: Map<string, string> }

/** The laws of the register that decides now, each with its last day; null where there is no register yet. */
export async function findLaws(): Promise<Laws | null> {
  const found = await findRegister()
  if (!found) return null
  const { register, ...version } = found
  const laws = register.laws.map((law) => ({
    ...law,
    end: endOf(register, law),
    over: isOver(register, law, todayIs()),
  }))
  return { ...version, laws, names: new Map(laws.map(({ code, name }) => [code, name])) }
}
