import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { ProgramRoot, ProgramStopped } from '../../program/ProgramRoot.tsx'
import { Lost } from '../../program/Stopped.tsx'
import { employerSession } from '../session.ts'

export const Route = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: () => <ProgramRoot session={employerSession} />,
  errorComponent: ({ error, reset }) => <ProgramStopped error={error} onRetry={reset} />,
  notFoundComponent: Lost,
})
