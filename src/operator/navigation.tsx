import {
  IconBuildings,
  IconChartBar,
  IconChecklist,
  IconFileText,
  IconGavel,
  IconHeartHandshake,
  IconHeartbeat,
  IconHistory,
  IconHourglass,
  IconMessageReport,
  IconRosetteDiscountCheck,
  IconShieldLock,
  IconHome,
  IconScale,
  IconUsers,
  IconAdjustmentsHorizontal,
} from '@tabler/icons-react'
import type { Permission } from '../contract/accounts/permissions.ts'
import type { NavigationGroup } from '../ui/shell/Navigation.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { useCan } from './session.ts'

const words = messages({
  ja: {
    network: 'ネットワーク概況',
    health: '健全性・公平性',
    impact: '影響比率の監査',
    referrals: '紹介の審査',
    companies: '参加企業',
    gate: '依頼の確認',
    introductions: '紹介の状況',
    rules: '運営',
    promises: 'ご本人へのお約束',
    disputes: '異議の申し立て',
    adjustments: '台帳の調整',
    terms: 'ネットワークのルール',
    audit: '監査ログ',
    retention: '登録者の保存期間',
    notice: '公開する文書',
    breaches: '漏えい時の対応',
    staff: 'スタッフ',
  },
  en: {
    network: 'Network',
    health: 'Health and fairness',
    impact: 'Impact ratios',
    referrals: 'Referral review',
    companies: 'Companies',
    gate: 'Requests to check',
    introductions: 'Introductions',
    rules: 'Operation',
    promises: 'Promises to people',
    disputes: 'Disputes',
    adjustments: 'Adjustments',
    terms: 'Rules of the network',
    audit: 'Audit log',
    retention: 'Retention of members',
    notice: 'Privacy notice',
    breaches: 'Breach kit',
    staff: 'Staff',
  },
})

const look = { size: 18, stroke: 1.6 } as const

/** The pages of the operator's program that the reader may open. */
export function useNavigation(): NavigationGroup[] {
  const text = useText(words)
  const can = useCan()
  const pages = groups(text)
  return pages.map((group) => ({
    ...group,
    items: group.items.filter(({ needs }) => needs === undefined || can(needs)),
  }))
}

type Page = NavigationGroup['items'][number] & { needs?: Permission }

function groups(text: (typeof words)['ja']): (Omit<NavigationGroup, 'items'> & { items: Page[] })[] {
  return [
    {
      id: 'network',
      items: [
        { href: '/', label: text.network, icon: <IconHome {...look} />, keywords: ['network', 'home'] },
        {
          href: '/health',
          label: text.health,
          icon: <IconHeartbeat {...look} />,
          keywords: ['health', 'fairness', 'こうへい', '公平'],
        },
        {
          href: '/impact',
          label: text.impact,
          icon: <IconChartBar {...look} />,
          keywords: ['impact', 'bias', 'えいきょう', '偏り'],
        },
        { href: '/referrals', label: text.referrals, icon: <IconGavel {...look} />, keywords: ['referrals', 'しんさ'] },
        {
          href: '/companies',
          label: text.companies,
          icon: <IconBuildings {...look} />,
          keywords: ['companies', 'きぎょう'],
        },
        {
          href: '/gate',
          label: text.gate,
          icon: <IconChecklist {...look} />,
          keywords: ['gate', 'いらい', '依頼'],
        },
        {
          href: '/introductions',
          label: text.introductions,
          icon: <IconHeartHandshake {...look} />,
          keywords: ['introductions', 'しょうかい'],
        },
        {
          href: '/promises',
          label: text.promises,
          icon: <IconRosetteDiscountCheck {...look} />,
          keywords: ['promises', 'やくそく', '約束'],
        },
        {
          href: '/disputes',
          label: text.disputes,
          icon: <IconMessageReport {...look} />,
          keywords: ['disputes', 'いぎ', '申し立て'],
        },
      ],
    },
    {
      id: 'operation',
      label: text.rules,
      items: [
        {
          href: '/terms',
          label: text.terms,
          icon: <IconAdjustmentsHorizontal {...look} />,
          keywords: ['rules', 'terms', 'るーる'],
        },
        {
          href: '/adjustments',
          label: text.adjustments,
          icon: <IconScale {...look} />,
          keywords: ['adjustments', 'ちょうせい', '台帳'],
        },
        {
          href: '/retention',
          needs: 'consent:read',
          label: text.retention,
          icon: <IconHourglass {...look} />,
          keywords: ['retention', 'members', 'ほぞん', '保存', '登録者'],
        },
        {
          href: '/notice',
          needs: 'consent:read',
          label: text.notice,
          icon: <IconFileText {...look} />,
          keywords: ['privacy', 'notice', 'policy', 'こうかい', '個人情報', 'プライバシーポリシー'],
        },
        {
          href: '/settings/breaches',
          needs: 'audit:read',
          label: text.breaches,
          icon: <IconShieldLock {...look} />,
          keywords: ['breach', 'ろうえい', '漏えい'],
        },
        {
          href: '/settings/staff',
          needs: 'staff:read',
          label: text.staff,
          icon: <IconUsers {...look} />,
          keywords: ['staff', 'すたっふ'],
        },
        {
          href: '/settings/audit',
          needs: 'audit:read',
          label: text.audit,
          icon: <IconHistory {...look} />,
          keywords: ['audit', 'かんさ'],
        },
      ],
    },
  ]
}
