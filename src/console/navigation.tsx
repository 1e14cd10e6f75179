import {
  IconAffiliate,
  IconBriefcase,
  IconChartBar,
  IconFileImport,
  IconGitMerge,
  IconHeartHandshake,
  IconHome,
  IconMailForward,
  IconPlugConnected,
  IconProgressCheck,
  IconRefresh,
  IconSettings,
  IconShieldLock,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Permission } from '../contract/accounts/permissions.ts'
import type { NavigationGroup } from '../ui/shell/Navigation.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { onlyInterviews, useCan, useMembership } from './session.ts'

const words = messages({
  ja: {
    home: 'ホーム',
    people: '人材プール',
    openings: '求人',
    selection: '選考',
    ownInterviews: '自分の面接',
    duplicates: '重複の確認',
    freshness: '情報の鮮度',
    relayGroup: 'キャリアリレー',
    letters: 'お見送りメール',
    relay: 'リレー・紹介枠',
    matching: 'マッチング',
    introductions: '紹介',
    sources: 'データ',
    imports: '取り込み',
    connections: '連携',
    insights: '分析',
    privacy: '個人情報',
    settings: '設定',
  },
  en: {
    home: 'Home',
    people: 'Talent pool',
    openings: 'Openings',
    selection: 'Selection',
    ownInterviews: 'My interviews',
    duplicates: 'Duplicates',
    freshness: 'Freshness',
    relayGroup: 'Career relay',
    letters: 'Letters',
    relay: 'Relay and slots',
    matching: 'Matching',
    introductions: 'Introductions',
    sources: 'Data',
    imports: 'Imports',
    connections: 'Connections',
    insights: 'Insights',
    privacy: 'Privacy',
    settings: 'Settings',
  },
})

type Entry = { href: string; label: string; icon: ReactNode; needs?: Permission; keywords?: string[] }

const look = { size: 18, stroke: 1.6 } as const

/** The pages of the console that the reader's role opens. */
export function useNavigation(): NavigationGroup[] {
  const text = useText(words)
  const can = useCan()
  const isInterviewerOnly = onlyInterviews(useMembership())
  const groups: { id: string; label?: string; items: Entry[] }[] = [
    {
      id: 'work',
      items: [
        { href: '/', label: text.home, icon: <IconHome {...look} />, keywords: ['home', 'ほーむ'] },
        {
          href: '/people',
          label: text.people,
          icon: <IconUsers {...look} />,
          needs: 'people:read',
          keywords: ['people', 'pool', 'じんざい'],
        },
        {
          href: '/openings',
          label: text.openings,
          icon: <IconBriefcase {...look} />,
          needs: 'selection:read',
          keywords: ['openings', 'きゅうじん'],
        },
        {
          href: '/selection',
          label: isInterviewerOnly ? text.ownInterviews : text.selection,
          icon: <IconProgressCheck {...look} />,
          needs: 'selection:evaluate',
          keywords: ['selection', 'せんこう', '面接', '評価'],
        },
        {
          href: '/duplicates',
          label: text.duplicates,
          icon: <IconGitMerge {...look} />,
          needs: 'linkage:decide',
          keywords: ['duplicates', '名寄せ', 'じゅうふく'],
        },
        {
          href: '/freshness',
          label: text.freshness,
          icon: <IconRefresh {...look} />,
          needs: 'people:read',
          keywords: ['freshness', 'せんど', '更新', '確認'],
        },
      ],
    },
    {
      id: 'relay',
      label: text.relayGroup,
      items: [
        {
          href: '/letters',
          label: text.letters,
          icon: <IconMailForward {...look} />,
          needs: 'relay:read',
          keywords: ['letters', 'おみおくり', 'お祈り'],
        },
        {
          href: '/relay',
          label: text.relay,
          icon: <IconAffiliate {...look} />,
          needs: 'credits:read',
          keywords: ['relay', 'slots', 'わく'],
        },
        {
          href: '/matching',
          label: text.matching,
          icon: <IconTargetArrow {...look} />,
          needs: 'matching:read',
          keywords: ['matching'],
        },
        {
          href: '/introductions',
          label: text.introductions,
          icon: <IconHeartHandshake {...look} />,
          needs: 'matching:read',
          keywords: ['introductions', 'しょうかい'],
        },
      ],
    },
    {
      id: 'data',
      label: text.sources,
      items: [
        {
          href: '/imports',
          label: text.imports,
          icon: <IconFileImport {...look} />,
          needs: 'intake:import',
          keywords: ['import', 'csv', 'とりこみ'],
        },
        {
          href: '/connections',
          label: text.connections,
          icon: <IconPlugConnected {...look} />,
          needs: 'intake:connect',
          keywords: ['connections', 'ats', 'れんけい'],
        },
        {
          href: '/insights',
          label: text.insights,
          icon: <IconChartBar {...look} />,
          needs: 'insights:read',
          keywords: ['insights', 'ぶんせき', '歩留まり'],
        },
        {
          href: '/privacy',
          label: text.privacy,
          icon: <IconShieldLock {...look} />,
          needs: 'consent:read',
          keywords: ['privacy', 'dsr', '開示', '請求', 'こじんじょうほう'],
        },
        {
          href: '/settings',
          label: text.settings,
          icon: <IconSettings {...look} />,
          keywords: ['settings', 'せってい'],
        },
      ],
    },
  ]
  return groups
    .map(({ items, ...group }) => ({
      ...group,
      items: items.filter(({ needs }) => (needs === undefined ? !isInterviewerOnly : can(needs))),
    }))
    .filter((group) => group.items.length > 0)
}
