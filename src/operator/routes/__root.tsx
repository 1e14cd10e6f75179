import { useQuery, type QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { messages } from '../../contract/messages/index.ts'
import { UiProvider } from '../../ui/UiProvider.tsx'
import { Lost, Stopped } from '../Stopped.tsx'
import { ProgramLink } from '../program-link.tsx'
import { membershipOf, sessionQuery } from '../session.ts'

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Root,
  errorComponent: ({ error, reset }) => (
    <UiProvider errors={messages}>
      <Stopped error={error} onRetry={reset} />
    </UiProvider>
  ),
  notFoundComponent: Lost,
})

function Root() {
  const router = useRouter()
  const navigate = useCallback((href: string) => router.history.push(href), [router])
  // Only looks: the guards of the routes below ask for the session.
  const session = useQuery({ ...sessionQuery, enabled: false }).data
  const zone = session === undefined ? undefined : membershipOf(session)?.zone
  return (
    <UiProvider link={ProgramLink} navigate={navigate} errors={messages} {...(zone === undefined ? {} : { zone })}>
      <Outlet />
    </UiProvider>
  )
}
