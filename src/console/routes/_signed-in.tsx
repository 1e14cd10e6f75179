import { createFileRoute } from '@tanstack/react-router'
import { enterSignedIn } from '../../program/entrance/guards.ts'
import { SignedIn } from '../../program/SignedIn.tsx'
import { Lost, Stopped } from '../../program/Stopped.tsx'
import { useNavigation } from '../navigation.tsx'
import { employerSession } from '../session.ts'

export const Route = createFileRoute('/_signed-in')({
  beforeLoad: async ({ context, location }) =>
    enterSignedIn(await context.queries.ensureQueryData(employerSession.sessionQuery), location.href),
  component: () => <SignedIn session={employerSession} useNavigation={useNavigation} />,
  errorComponent: ({ error, reset }) => <Stopped error={error} onRetry={reset} />,
  notFoundComponent: Lost,
})
