import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { messageOf } from '../contract/messages/index.ts'
import { UiProvider } from '../ui/theme/UiProvider.tsx'
import { ProgramLink } from './program-link.tsx'
import type { ProgramSession } from './session.ts'
import { Stopped } from './Stopped.tsx'

/** What stands around every page of a program: its words, links and the time zone of the company chosen. */
export function ProgramRoot({ session: { sessionQuery, membershipOf } }: { session: ProgramSession }) {
  const router = useRouter()
  const navigate = useCallback((href: string) => router.history.push(href), [router])
  // Only looks: the guards of the routes below ask for the session.
  const session = useQuery({ ...sessionQuery, enabled: false }).data
  const zone = session === undefined ? undefined : membershipOf(session)?.zone
  return (
    <UiProvider link={ProgramLink} navigate={navigate} errors={messageOf} {...(zone === undefined ? {} : { zone })}>
      <Outlet />
    </UiProvider>
  )
}

/** Instead of the whole program, when not even its frame could be had. */
export function ProgramStopped({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <UiProvider errors={messageOf}>
      <Stopped error={error} onRetry={onRetry} />
    </UiProvider>
  )
}
