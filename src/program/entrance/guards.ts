import { redirect } from '@tanstack/react-router'
import type { Session } from '../../contract/accounts/session.ts'

/** The address that was asked for, if it is one of this program: never one that a link smuggled in. */
export const ownAddress = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/')

/** Who comes to the sign-in page goes on where nothing is left to do there. */
export function enterSignIn(session: Session, to: string | undefined): void {
  if (session.needsSetUp) throw redirect({ to: '/set-up' })
  if (session.state === 'SIGNED_IN') throw redirect({ href: ownAddress(to) })
}

/** Who comes to a page of staff signs in first, and then sees that page. */
export function enterSignedIn(session: Session, href: string): void {
  if (session.needsSetUp) throw redirect({ to: '/set-up' })
  if (session.state !== 'SIGNED_IN') throw redirect({ to: '/sign-in', search: href === '/' ? {} : { to: href } })
}
