import { beginLawRegister } from '@/lib/legal/begin-register'
import { type Law, type Register, register } from '@/lib/legal/register'
import { readYaml } from '@/prisma/starter-files'

/** The law register as the starter content has it, read afresh. */
export async function starterLaws(): Promise<Register> {
  return register.parse(await readYaml('laws.yaml'))
}

/** Version 1 of the register, as every site has it. Every test of legal labels needs it. */
export async function theLawRegister(): Promise<void> {
  await beginLawRegister(await readYaml('laws.yaml'))
}

/** The register with some entries changed, by code. */
export function withLaws({ laws }: Register, changes: Record<string, Partial<Law>>): Register {
  return { laws: laws.map((law) => ({ ...law, ...changes[law.code] })) }
}

/** The register as it would be if the Procurement Act 2023 had begun on another day. */
export function beginningOn(laws: Register, day: string): Register {
  const ended = { to: day }
  return withLaws(laws, {
    PA2023: { from: day },
    PCR2015: ended,
    UCR2016: ended,
    CCR2016: ended,
    DSPCR2011: ended,
  })
}
