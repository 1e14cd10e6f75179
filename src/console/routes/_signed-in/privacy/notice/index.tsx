import { createFileRoute } from '@tanstack/react-router'
import { NoticesPage } from '../../../../../program/privacy-notice/NoticesPage.tsx'
import { employerSession } from '../../../../session.ts'

export const Route = createFileRoute('/_signed-in/privacy/notice/')({
  staticData: { crumb: { ja: '公開する文書', en: 'Privacy notice' } },
  component: () => (
    <NoticesPage session={employerSession} base="/privacy/notice" purposesHref="/privacy/purposes" countsDecisions />
  ),
})
