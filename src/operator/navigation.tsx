import { IconGavel, IconLicense, IconNetwork, IconSettings, IconShieldSearch } from '@tabler/icons-react'
import type { NavigationGroup } from '../ui/shell/Navigation.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'

const words = messages({
  ja: {
    network: 'ネットワーク概況',
    fraud: '不正の確認',
    disputes: '異議・紛争',
    licences: '許可・届出',
    settings: '設定',
  },
  en: { network: 'Network', fraud: 'Fraud review', disputes: 'Disputes', licences: 'Licences', settings: 'Settings' },
})

const look = { size: 18, stroke: 1.6 } as const

/** The pages of the operator's program. */
export function useNavigation(): NavigationGroup[] {
  const text = useText(words)
  const items = [
    { href: '/', label: text.network, icon: <IconNetwork {...look} />, keywords: ['network'] },
    { href: '/fraud', label: text.fraud, icon: <IconShieldSearch {...look} />, keywords: ['fraud', 'ふせい'] },
    { href: '/disputes', label: text.disputes, icon: <IconGavel {...look} />, keywords: ['disputes', 'いぎ'] },
    { href: '/licences', label: text.licences, icon: <IconLicense {...look} />, keywords: ['licences', 'きょか'] },
    { href: '/settings', label: text.settings, icon: <IconSettings {...look} />, keywords: ['settings', 'せってい'] },
  ]
  return [{ id: 'network', items }]
}
