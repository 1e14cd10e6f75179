import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Permission } from '../contract/accounts/permissions.ts'
import { readSession, signOut, type Membership, type Session } from '../contract/accounts/session.ts'
import { call, queries } from './api.ts'
import { settleCompany } from './chosen-company.ts'
import { ownAddress } from './entrance/guards.ts'

/** Who is signed in, for a program that companies of one kind work with: the console's or the operator's. */
export function programSession(kind: Membership['kind']) {
  /** The memberships that this program is for. */
  const openTo = (session: Session): readonly Membership[] =>
    session.memberships.filter((membership) => membership.kind === kind)

  function settled(session: Session): Session {
    settleCompany(openTo(session).map((membership) => membership.companyId))
    return session
  }

  /** Who is signed in; also settles for which company the program works, before any other call. */
  const sessionQuery = queryOptions({
    queryKey: [readSession.id],
    queryFn: async ({ signal }) => settled(await call(readSession, {}, { signal })),
    staleTime: 60_000,
  })

  /** The membership in the company chosen. */
  function membershipOf(session: Session): Membership | undefined {
    const open = openTo(session)
    const companyId = settleCompany(open.map((membership) => membership.companyId))
    return open.find((membership) => membership.companyId === companyId)
  }

  const useSession = (): Session => useSuspenseQuery(sessionQuery).data

  /** The company chosen and the reader's role in it. Inside of `_signed-in` there is always one. */
  function useMembership(): Membership {
    const membership = membershipOf(useSession())
    if (membership === undefined) throw new Error('useMembership was called without a company')
    return membership
  }

  /** Whether the reader may do this in the company chosen: hides what the API would refuse. */
  function useCan(): (permission: Permission) => boolean {
    const { permissions } = useMembership()
    return useMemo(() => {
      const allowed = new Set<string>(permissions)
      return (permission) => allowed.has(permission)
    }, [permissions])
  }

  /** Takes over the session that a sign-in answered, and shows the page that it opens. */
  function useEnter(): (session: Session, to?: string) => Promise<void> {
    const router = useRouter()
    return async (session, to) => {
      queries.setQueryData(sessionQuery.queryKey, settled(session))
      if (session.state !== 'SIGNED_IN') return
      await router.invalidate()
      router.history.push(ownAddress(to))
    }
  }

  return { openTo, sessionQuery, membershipOf, useSession, useMembership, useCan, useEnter }
}

export type ProgramSession = ReturnType<typeof programSession>

/** Ends the session and leaves by a fresh load of the page: nothing that was read in it stays in memory. */
export function useSignOut(): () => Promise<void> {
  const router = useRouter()
  return async () => {
    await call(signOut, {})
    await router.navigate({ to: '/sign-in', reloadDocument: true })
  }
}
