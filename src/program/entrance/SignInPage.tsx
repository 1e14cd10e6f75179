import { signIn, signOut, useRecoveryCode, verifyTwoFactor, type Session } from '../../contract/accounts/session.ts'
import { SignIn } from '../../ui/entrance/SignIn.tsx'
import { call, queries } from '../api.ts'
import type { ProgramSession } from '../session.ts'

// The contract's name of the recovery route begins with "use", which the linter takes for a hook.
const recoveryRoute = useRecoveryCode

type Props = {
  session: ProgramSession
  /** The page that was asked for, shown after signing in. */
  to: string | undefined
  /** Whose program it is, where that is not plain. */
  part?: string
}

export function SignInPage({ session: { sessionQuery, useEnter, useSession }, to, part }: Props) {
  const { state } = useSession()
  const enter = useEnter()
  const go = async (answer: Promise<Session>) => enter(await answer, to)
  const restart = async () => {
    await call(signOut, {})
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <SignIn
      {...(part === undefined ? {} : { part })}
      needsTwoFactor={state === 'NEEDS_TWO_FACTOR'}
      onSignIn={(body) => go(call(signIn, { body }))}
      onCode={(body) => go(call(verifyTwoFactor, { body }))}
      onRecoveryCode={(body) => go(call(recoveryRoute, { body }))}
      onRestart={() => void restart()}
    />
  )
}
