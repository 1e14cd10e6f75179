import { createFileRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { signIn, signOut, useRecoveryCode, verifyTwoFactor, type Session } from '../../contract/session.ts'
import { SignIn } from '../../ui/entrance/SignIn.tsx'
import { call, queries } from '../api.ts'
import { sessionQuery, useEnter, useSession } from '../session.ts'

export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({ to: z.string().max(2_000).optional() }),
  beforeLoad: async ({ context, search }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.needsSetUp) throw redirect({ to: '/set-up' })
    if (session.state === 'SIGNED_IN')
      throw redirect({ href: search.to?.startsWith('/') && !search.to.startsWith('//') ? search.to : '/' })
  },
  staticData: { crumb: { ja: 'サインイン', en: 'Sign in' } },
  component: Page,
})

// The contract's name of the recovery route begins with "use", which the linter takes for a hook.
const recoveryRoute = useRecoveryCode

function Page() {
  const { to } = Route.useSearch()
  const { state } = useSession()
  const enter = useEnter()
  const go = async (answer: Promise<Session>) => enter(await answer, to)
  const restart = async () => {
    await call(signOut, {})
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <SignIn
      part="運営"
      needsTwoFactor={state === 'NEEDS_TWO_FACTOR'}
      onSignIn={(body) => go(call(signIn, { body }))}
      onCode={(body) => go(call(verifyTwoFactor, { body }))}
      onRecoveryCode={(body) => go(call(recoveryRoute, { body }))}
      onRestart={() => void restart()}
    />
  )
}
