import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { enterSignIn } from '../../program/entrance/guards.ts'
import { SignInPage } from '../../program/entrance/SignInPage.tsx'
import { useText } from '../../ui/text/TextProvider.tsx'
import { partWords } from '../part-words.ts'
import { operatorSession } from '../session.ts'

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ to: z.string().max(2_000).optional() }),
  beforeLoad: async ({ context, search }) =>
    enterSignIn(await context.queries.ensureQueryData(operatorSession.sessionQuery), search.to),
  staticData: { crumb: { ja: 'サインイン', en: 'Sign in' } },
  component: Page,
})

function Page() {
  const { to } = Route.useSearch()
  const { part } = useText(partWords)
  return <SignInPage part={part} session={operatorSession} to={to} />
}
