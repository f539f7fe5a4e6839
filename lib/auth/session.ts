import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import { env } from '@/lib/platform/env'
import { forOnePerson } from '@/lib/platform/kept'
import type { SignedIn, Viewer } from '@/lib/users/access'
import { signInPath } from '@/lib/users/paths'
import { findSession } from '@/lib/users/session'
import { endSession } from '@/lib/users/sign-in'
import { cookieName, cookieSeconds } from './config'

/** Who is asking, read from the database once a request. */
export const getViewer = cache(async (): Promise<Viewer> => {
  forOnePerson()
  const sealed = (await cookies()).get(cookieName())?.value
  if (!sealed) return null
  const sessionId = await unseal(sealed)
  return sessionId ? findSession(sessionId) : null
})

/** The signed-in person, or a detour through the sign-in page and back to `path`. */
export async function requireViewer(path: string): Promise<SignedIn> {
  const viewer = await getViewer()
  if (!viewer) redirect(signInPath(path))
  return viewer
}

/** Gives the browser a sealed cookie for a session that has just begun. */
export async function keepSession(sessionId: string): Promise<void> {
  const token = await encode({ token: { sessionId }, secret: env.authSecret, maxAge: cookieSeconds })
  const secure = env.siteUrl.startsWith('https:')
  ;(await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: cookieSeconds,
  })
}

/** Ends the session in the database and takes the cookie back. */
export async function leaveSession(): Promise<void> {
  const viewer = await getViewer()
  if (viewer) await endSession(viewer.sessionId)
  ;(await cookies()).delete({ name: cookieName(), path: '/', secure: env.siteUrl.startsWith('https:') })
}

/** Where a request comes from, as our own server saw it: a header that clients cannot set. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-client-address') ?? 'unknown'
}

async function unseal(sealed: string): Promise<string | null> {
  const token = await decode({ token: sealed, secret: env.authSecret }).catch(() => null)
  return typeof token?.sessionId === 'string' && UUID.test(token.sessionId) ? token.sessionId : null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
