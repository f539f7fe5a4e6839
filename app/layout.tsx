import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { OwnScript } from '@/components/islands/own-script'
import { env } from '@/lib/platform/env'
import './styles/index.css'

export const metadata: Metadata = {
  metadataBase: new URL(env.siteUrl),
  title: { default: 'Sustainable Procurement Cupboard', template: '%s – Sustainable Procurement Cupboard' },
  icons: { icon: '/favicon.svg' },
}

// The two faces that every page opens with; the bundler gives them the same names as the style sheet's.
const FACES = [
  new URL('./fonts/newsreader.woff2', import.meta.url),
  new URL('./fonts/atkinson-next.woff2', import.meta.url),
]

export default function RootLayout({ children }: { children: ReactNode }) {
  for (const face of FACES)
    preload(face.pathname, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang="en-GB">
      <body>
        {children}
        <OwnScript name="me" />
        <OwnScript name="search" />
      </body>
    </html>
  )
}
