'use client'

import { ServiceProblem } from '@/components/layout/service-problem'
import { Shell } from '@/components/layout/shell'

/** Stands in for a page that failed. What went wrong is in the log, never here. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Shell>
      <ServiceProblem retry={reset} />
    </Shell>
  )
}
