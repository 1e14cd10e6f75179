import { createFileRoute } from '@tanstack/react-router'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'
import { SectionTabs } from '../../SectionTabs.tsx'

const words = messages({
  ja: {
    label: '個人情報の分類',
    requests: '請求対応',
    purposes: '利用目的',
    notice: '公開する文書',
    basis: '保管の根拠',
    processing: '処理台帳',
    retention: '保存期間',
    holds: '削除の保留',
    provisions: '提供・受領の記録',
    breaches: '漏えい時の対応',
  },
  en: {
    label: 'Privacy',
    requests: 'Requests',
    purposes: 'Purposes',
    notice: 'Privacy notice',
    basis: 'Grounds',
    processing: 'Register',
    retention: 'Retention',
    holds: 'Legal holds',
    provisions: 'Provision records',
    breaches: 'Breach kit',
  },
})

const pages = [
  { path: '/privacy/requests', word: 'requests', needs: 'consent:read' },
  { path: '/privacy/purposes', word: 'purposes', needs: 'consent:read' },
  { path: '/privacy/notice', word: 'notice', needs: 'consent:read' },
  { path: '/privacy/basis', word: 'basis', needs: 'consent:read' },
  { path: '/privacy/processing', word: 'processing', needs: 'consent:read' },
  { path: '/privacy/retention', word: 'retention', needs: 'consent:read' },
  { path: '/privacy/holds', word: 'holds', needs: 'consent:read' },
  { path: '/privacy/provisions', word: 'provisions', needs: 'consent:read' },
  { path: '/privacy/breaches', word: 'breaches', needs: 'audit:read' },
] as const

export const Route = createFileRoute('/_signed-in/privacy')({
  staticData: { crumb: { ja: '個人情報', en: 'Privacy' } },
  component: Privacy,
})

function Privacy() {
  return <SectionTabs pages={pages} text={useText(words)} />
}
