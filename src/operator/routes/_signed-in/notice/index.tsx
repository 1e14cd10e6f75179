import { createFileRoute } from '@tanstack/react-router'
import { NoticesPage } from '../../../../program/privacy-notice/NoticesPage.tsx'
import { operatorSession } from '../../../session.ts'

export const Route = createFileRoute('/_signed-in/notice/')({
  staticData: { crumb: { ja: '公開する文書', en: 'Privacy notice' } },
  component: () => <NoticesPage session={operatorSession} base="/notice" countsDecisions={false} />,
})
