'use client'

import { ServiceProblem } from '@/components/layout/service-problem'
import './styles/index.css'

/** The last resort, when not even the layout could be drawn. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <main id="main" className="wrap">
          <ServiceProblem retry={reset} />
        </main>
      </body>
    </html>
  )
}
