import { useLocation } from '@tanstack/react-router'
import { Password, resetPassword } from '../../contract/accounts/session.ts'
import { ResetPassword } from '../../ui/entrance/PasswordReset.tsx'
import { call } from '../api.ts'

export function ResetPasswordPage() {
  // Behind the `#` the token is in no log and no Referer.
  const token = useLocation({ select: (location) => location.hash })
  return (
    <ResetPassword password={Password} onReset={({ password }) => call(resetPassword, { body: { token, password } })} />
  )
}
