import { activityCode, type Purpose } from '../../../../contract/consent/consent.ts'
import type { OperatingMode } from '../../accounts/index.ts'
import type { NoticeRef, Shown } from '../../consent/index.ts'

/** Everybody in the relay who may look for people; the recipient of an anonymous profile. */
export const network = 'NETWORK'

/** One purpose for one recipient, as it is put to a person: the words follow from `shown` alone. */
export type Offer = {
  purpose: Purpose
  recipient: string
  /** What it covers, as codes; `shown.items` says the same in words. */
  items: readonly string[]
  /** Whether the recipient learns who the person is. */
  identified: boolean
  shown: Shown
  /** The operator's privacy notice in force where a member is asked; a company's own is looked up by the company. */
  notice: NoticeRef | null
}

type Language = 'ja' | 'en'
type Item = { code: string; ja: string; en: string }

/** What a company is told of how the search goes on. */
export const activityItem: Item = { code: activityCode, ja: '活動の状況（3段階）', en: 'your situation (one of three)' }

const items: Record<Exclude<Purpose, 'INTRODUCTION'>, readonly Item[]> = {
  POOL: [
    { code: 'application', ja: '応募時にお預かりした情報', en: 'what you gave when applying' },
    { code: 'wishes', ja: 'この画面で入力いただいた希望条件', en: 'the wishes you state on this page' },
  ],
  RELAY_PROFILE: [
    { code: 'occupations', ja: '希望職種', en: 'occupations' },
    { code: 'prefectures', ja: '希望勤務地', en: 'places' },
    { code: 'salaryMin', ja: '希望年収の幅', en: 'salary range' },
    { code: 'remote', ja: '働き方の希望', en: 'remote work' },
    { code: 'startFrom', ja: '就業開始の時期', en: 'start' },
    { code: 'skills', ja: 'スキル・資格', en: 'skills' },
  ],
  FLOW_BACK: [activityItem],
  IMPACT_AUDIT: [
    { code: 'sex', ja: '性別（任意）', en: 'sex (voluntary)' },
    { code: 'race', ja: '人種・民族（任意）', en: 'race or ethnicity (voluntary)' },
  ],
}

/** What the network is called to a person. */
export const networkName = { ja: 'キャリアリレーの参加企業', en: 'the member companies of the relay' }

type Company = { id: string; name: string }
type Circumstances = { language: Language; operatorName: string; notice: NoticeRef | null }

function offer(
  purpose: Exclude<Purpose, 'INTRODUCTION'>,
  to: Company,
  { language, operatorName, notice }: Circumstances,
): Offer {
  const covered = items[purpose]
  return {
    purpose,
    recipient: to.id,
    items: covered.map(({ code }) => code),
    identified: purpose !== 'RELAY_PROFILE',
    notice,
    shown: {
      purpose,
      language,
      company: purpose === 'POOL' ? to.name : operatorName,
      recipient: to.name,
      items: covered.map((item) => item[language]),
    },
  }
}

/** Whether this mode lets an installation make members at all. */
export const isRelay = (mode: OperatingMode): boolean => mode === 'INFO_PROVISION' || mode === 'PLACEMENT'

/** What a company's own page asks: to stay in its pool. */
export const poolOffer = (company: Company, circumstances: Omit<Circumstances, 'notice'>): Offer =>
  offer('POOL', company, { ...circumstances, notice: null })

/** What a member is asked who volunteers for the operator's audit of impact ratios. */
export const impactOffer = (operator: Company, { language, notice }: Omit<Circumstances, 'operatorName'>): Offer =>
  offer('IMPACT_AUDIT', operator, { language, operatorName: operator.name, notice })

/** What a member is asked, for the network and for each company whose letter was used. */
export const memberOffers = (companies: readonly Company[], circumstances: Circumstances): Offer[] => [
  offer('RELAY_PROFILE', { id: network, name: networkName[circumstances.language] }, circumstances),
  ...companies.map((company) => offer('FLOW_BACK', company, circumstances)),
]
