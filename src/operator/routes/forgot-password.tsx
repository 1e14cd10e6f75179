import { createFileRoute } from '@tanstack/react-router'
import { requestPasswordReset } from '../../contract/session.ts'
import { ForgotPassword } from '../../ui/entrance/PasswordReset.tsx'
import { useLanguage } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'

export const Route = createFileRoute('/forgot-password')({
  staticData: { crumb: { ja: 'パスワードの再設定', en: 'Reset your password' } },
  component: Page,
})

function Page() {
  const [language] = useLanguage()
  return (
    <ForgotPassword
      schema={requestPasswordReset.body}
      onSend={({ email }) => call(requestPasswordReset, { body: { email, language } })}
    />
  )
}
