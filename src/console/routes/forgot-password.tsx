import { createFileRoute } from '@tanstack/react-router'
import { ForgotPasswordPage } from '../../program/entrance/ForgotPasswordPage.tsx'

export const Route = createFileRoute('/forgot-password')({
  staticData: { crumb: { ja: 'パスワードの再設定', en: 'Reset your password' } },
  component: ForgotPasswordPage,
})
