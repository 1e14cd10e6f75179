import { createFileRoute } from '@tanstack/react-router'
import { enterSignedIn } from '../../program/entrance/guards.ts'
import { SignedIn } from '../../program/SignedIn.tsx'
import { Lost, Stopped } from '../../program/Stopped.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useNavigation } from '../navigation.tsx'
import { partWords } from '../part-words.ts'
import { operatorSession } from '../session.ts'

export const Route = createFileRoute('/_signed-in')({
  beforeLoad: async ({ context, location }) =>
    enterSignedIn(await context.queries.ensureQueryData(operatorSession.sessionQuery), location.href),
  component: Page,
  errorComponent: ({ error, reset }) => <Stopped error={error} onRetry={reset} />,
  notFoundComponent: Lost,
})

function Page() {
  const { part } = useText(partWords)
  return <SignedIn session={operatorSession} useNavigation={useNavigation} part={part} />
}
