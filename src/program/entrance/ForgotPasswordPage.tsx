import { requestPasswordReset } from '../../contract/accounts/session.ts'
import { ForgotPassword } from '../../ui/entrance/PasswordReset.tsx'
import { useLanguage } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'

export function ForgotPasswordPage() {
  const [language] = useLanguage()
  return (
    <ForgotPassword
      schema={requestPasswordReset.body}
      onSend={({ email }) => call(requestPasswordReset, { body: { email, language } })}
    />
  )
}
