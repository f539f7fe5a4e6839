import { fileURLToPath } from 'node:url'
import { frameworkPolicy } from './scripts/lib/content-policy.mjs'

const nosniff = { key: 'X-Content-Type-Options', value: 'nosniff' }
const securityHeaders = [
  { key: 'Content-Security-Policy', value: frameworkPolicy },
  nosniff,
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
]

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Title and description stand in the head of every page: what is streamed later needs scripts to be put in its place.
  htmlLimitedBots: /.*/,
  cacheHandler: fileURLToPath(new URL('./lib/platform/cache-handler.mjs', import.meta.url)),
  // The handler above keeps everything; Next's own memory would be a second, staler copy.
  cacheMaxMemorySize: 0,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'nodemailer', 'rate-limiter-flexible'],
  // The server in front (scripts/lib/whole-body.mjs) holds every form but the uploads to 1 MB.
  experimental: { serverActions: { bodySizeLimit: '21mb' } },
  images: { unoptimized: true },
  // `npm test` checks the types, of the tests too: somebody who only wants to run the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    // People's files have stricter ones of their own (app/files/[file]/route.ts), which these would replace. What the
    // bundler made is no page, and a page's headers would be a tenth of its weight.
    { source: '/:path((?!files/[0-9]|_next/static/).*)', headers: securityHeaders },
    { source: '/_next/static/:path*', headers: [nosniff] },
    { source: '/favicon.svg', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
  ],
}
