import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { env } from '@/lib/platform/env'
import './styles/index.css'

export const metadata: Metadata = {
  metadataBase: new URL(env.siteUrl),
  title: { default: 'Sustainable Procurement Cupboard', template: '%s – Sustainable Procurement Cupboard' },
  icons: { icon: '/favicon.svg' },
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <body>
        {children}
        <script src="/me.js" defer data-keep="" />
      </body>
    </html>
  )
}
