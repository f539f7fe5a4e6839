'use client'

import type { ReactNode } from 'react'
import { forgetAll } from './local-copy'

/** Signing out also takes away what this device kept of unsent texts: the next person here must not find it. */
export function SignOutForm({ action, children }: { action: () => Promise<void>; children: ReactNode }) {
  return (
    <form action={action} onSubmit={forgetAll} className="buttons section tight">
      {children}
    </form>
  )
}
