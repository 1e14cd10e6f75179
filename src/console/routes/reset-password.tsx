import { createFileRoute } from '@tanstack/react-router'
import { ResetPasswordPage } from '../../program/entrance/ResetPasswordPage.tsx'

export const Route = createFileRoute('/reset-password')({
  staticData: { crumb: { ja: '新しいパスワードの設定', en: 'Set a new password' } },
  component: ResetPasswordPage,
})
