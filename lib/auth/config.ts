import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '@/lib/platform/env'
import { signInForm } from '@/lib/users/schema'
import { endSession, signIn } from '@/lib/users/sign-in'

/** Seconds that the cookie lives; the session row may end earlier. */
export const cookieSeconds = 14 * 86_400

export function cookieName(): string {
  return env.siteUrl.startsWith('https:') ? '__Host-cupboard-session' : 'cupboard-session'
}

// The token holds nothing but the id of a row in "session": next-auth seals the cookie, the database decides.
export function authOptions(): NextAuthOptions {
  const secure = env.siteUrl.startsWith('https:')
  return {
    secret: env.authSecret,
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: { name: cookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { label: 'E-mail' }, password: { label: 'Password', type: 'password' } },
        async authorize(credentials, request) {
          const read = signInForm.safeParse({ ...credentials, back: '' })
          if (!read.success) return null
          const source = String(request.headers?.['x-client-address'] ?? 'unknown')
          const outcome = await signIn({ ...read.data, source })
          return outcome.ok ? { id: outcome.value.sessionId } : null
        },
      }),
    ],
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionId === 'string') await endSession(token.sessionId)
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  }
}
