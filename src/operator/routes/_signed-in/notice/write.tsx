import { createFileRoute } from '@tanstack/react-router'
import { noticesQuery } from '../../../../program/privacy-notice/notice-queries.ts'
import { WriteNoticePage } from '../../../../program/privacy-notice/WriteNoticePage.tsx'

export const Route = createFileRoute('/_signed-in/notice/write')({
  staticData: { crumb: { ja: '次の版', en: 'Next version' } },
  loader: ({ context }) => context.queries.ensureQueryData(noticesQuery),
  component: () => <WriteNoticePage base="/notice" />,
})
