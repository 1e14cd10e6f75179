import { createFileRoute } from '@tanstack/react-router'
import { InvitationPage } from '../../program/entrance/InvitationPage.tsx'
import { employerSession } from '../session.ts'

export const Route = createFileRoute('/invitation')({
  staticData: { crumb: { ja: '招待の確認', en: 'Invitation' } },
  component: () => <InvitationPage session={employerSession} />,
})
