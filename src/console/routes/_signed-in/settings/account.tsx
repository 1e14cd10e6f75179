import { createFileRoute } from '@tanstack/react-router'
import { AccountPage } from '../../../../program/account/AccountPage.tsx'
import { employerSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/settings/account')({
  staticData: { crumb: { ja: '自分のアカウント', en: 'My account' } },
  component: () => <AccountPage session={employerSession} />,
})
