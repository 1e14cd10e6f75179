import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { readSession, signOut, type Membership, type Session } from '../contract/session.ts'
import { call, queries } from './api.ts'
import { settleCompany } from './chosen-company.ts'

/** Who is signed in; also settles for which company the program works, before any other call. */
export const sessionQuery = queryOptions({
  queryKey: [readSession.id],
  queryFn: async ({ signal }) => settled(await call(readSession, {}, { signal })),
  staleTime: 60_000,
})

function settled(session: Session): Session {
  settleCompany(openTo(session).map((membership) => membership.companyId))
  return session
}

/** The memberships that this program is for. */
export const openTo = (session: Session): readonly Membership[] =>
  session.memberships.filter((membership) => membership.kind === 'OPERATOR')

/** The membership in the company chosen. */
export function membershipOf(session: Session): Membership | undefined {
  const open = openTo(session)
  const companyId = settleCompany(open.map((membership) => membership.companyId))
  return open.find((membership) => membership.companyId === companyId)
}

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** The company chosen and the reader's role in it. Inside of `_signed-in` there is always one. */
export function useMembership(): Membership {
  const membership = membershipOf(useSession())
  if (membership === undefined) throw new Error('useMembership was called without a company')
  return membership
}

/** Takes over the session that a sign-in answered, and shows the page that it opens. */
export function useEnter(): (session: Session, to?: string) => Promise<void> {
  const router = useRouter()
  return async (session, to) => {
    queries.setQueryData(sessionQuery.queryKey, settled(session))
    if (session.state !== 'SIGNED_IN') return
    await router.invalidate()
    // Only an address of this program: never one that a link smuggled in.
    router.history.push(to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/')
  }
}

/** Ends the session and forgets everything read in it. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const router = useRouter()
  return async () => {
    await call(signOut, {})
    client.clear()
    await router.invalidate()
    await router.navigate({ to: '/sign-in' })
  }
}
