import { createFileRoute } from '@tanstack/react-router'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'
import { SectionTabs } from '../../SectionTabs.tsx'

const words = messages({
  ja: {
    label: '設定の分類',
    company: '会社',
    rules: 'ルール',
    linkage: '名寄せ',
    flows: '選考フロー',
    staff: 'スタッフ',
    keys: 'APIキー',
    audit: '監査ログ',
    rankings: '順位付けの記録',
    account: '自分のアカウント',
  },
  en: {
    label: 'Settings',
    company: 'Company',
    rules: 'Rules',
    linkage: 'Linkage',
    flows: 'Hiring flows',
    staff: 'Staff',
    keys: 'API keys',
    audit: 'Audit log',
    rankings: 'Ranking log',
    account: 'My account',
  },
})

/** The pages of the settings, in their order; each needs a permission, or none for what is one's own. */
const pages = [
  { path: '/settings/company', word: 'company', needs: 'company:read' },
  { path: '/settings/rules', word: 'rules', needs: 'company:read' },
  { path: '/settings/linkage', word: 'linkage', needs: 'company:read' },
  { path: '/settings/flows', word: 'flows', needs: 'selection:read' },
  { path: '/settings/staff', word: 'staff', needs: 'staff:read' },
  { path: '/settings/keys', word: 'keys', needs: 'company:manage' },
  { path: '/settings/audit', word: 'audit', needs: 'audit:read' },
  { path: '/settings/rankings', word: 'rankings', needs: 'audit:read' },
  { path: '/settings/account', word: 'account' },
] as const

export const Route = createFileRoute('/_signed-in/settings')({
  staticData: { crumb: { ja: '設定', en: 'Settings' } },
  component: Settings,
})

function Settings() {
  return <SectionTabs pages={pages} text={useText(words)} />
}
