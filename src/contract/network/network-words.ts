import type { NetworkStanding, StandingReason } from './network-companies.ts'
import type { ReferralState } from './network-referrals.ts'
import type { DatedPaper } from '../accounts/notices.ts'

type Named<Term extends string> = Record<'ja' | 'en', Record<Term, string>>

/** How a company stands in the network. */
export const standingNames: Named<NetworkStanding> = {
  ja: { UNVERIFIED: '未確認', VERIFIED: '確認済み', SUSPENDED: '停止中' },
  en: { UNVERIFIED: 'Not verified', VERIFIED: 'Verified', SUSPENDED: 'Suspended' },
}

/** Why a company is suspended: to its own staff, in their mails, and to the operator. */
export const suspensionNames: Named<StandingReason> = {
  ja: {
    'agreement-ended': '参加契約の終了',
    'licence-ended': '職業紹介事業の許可の有効期間満了',
    fraud: '不正の疑い',
    complaints: '苦情・トラブル',
    'own-wish': '企業からの申し出',
    other: 'その他',
  },
  en: {
    'agreement-ended': 'Agreement ended',
    'licence-ended': 'Placement licence ended',
    fraud: 'Suspected fraud',
    complaints: 'Complaints',
    'own-wish': 'The company asked for it',
    other: 'Other',
  },
}

/** The papers that end on a day, as they stand within a sentence. */
export const paperNames: Named<DatedPaper> = {
  ja: { AGREEMENT: '参加契約', LICENCE: '職業紹介事業の許可' },
  en: { AGREEMENT: 'agreement to take part', LICENCE: 'placement licence' },
}

/** Where a referral stands in the operator's view. */
export const referralStateNames: Named<ReferralState> = {
  ja: { HELD: '保留中', COUNTED: '計上済み', DROPPED: '対象外', REFUSED: '却下', REVERSED: '取消済み' },
  en: { HELD: 'Held', COUNTED: 'Counted', DROPPED: 'Dropped', REFUSED: 'Refused', REVERSED: 'Taken back' },
}
