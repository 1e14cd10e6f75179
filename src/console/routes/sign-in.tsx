import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { enterSignIn } from '../../program/entrance/guards.ts'
import { SignInPage } from '../../program/entrance/SignInPage.tsx'
import { employerSession } from '../session.ts'

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ to: z.string().max(2_000).optional() }),
  beforeLoad: async ({ context, search }) =>
    enterSignIn(await context.queries.ensureQueryData(employerSession.sessionQuery), search.to),
  staticData: { crumb: { ja: 'サインイン', en: 'Sign in' } },
  component: Page,
})

function Page() {
  const { to } = Route.useSearch()
  return <SignInPage session={employerSession} to={to} />
}
