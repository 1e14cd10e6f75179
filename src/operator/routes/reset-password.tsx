import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Password, resetPassword } from '../../contract/session.ts'
import { ResetPassword } from '../../ui/entrance/PasswordReset.tsx'
import { call } from '../api.ts'

export const Route = createFileRoute('/reset-password')({
  validateSearch: z.object({ token: z.string().max(400).default('') }),
  staticData: { crumb: { ja: '新しいパスワードの設定', en: 'Set a new password' } },
  component: Page,
})

function Page() {
  const { token } = Route.useSearch()
  return (
    <ResetPassword password={Password} onReset={({ password }) => call(resetPassword, { body: { token, password } })} />
  )
}
