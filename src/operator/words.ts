import { modeNames } from '../contract/network/mode-words.ts'
import { referralStateNames, standingNames, suspensionNames } from '../contract/network/network-words.ts'
import type { NetworkStanding, PaperAlert } from '../contract/network/network-companies.ts'
import type { ReferralSignal, ReferralState } from '../contract/network/network-referrals.ts'
import type { Tone } from '../ui/StatusBadge.tsx'
import { messages } from '../ui/text/messages.ts'

export const standingTones: Record<NetworkStanding, Tone> = { UNVERIFIED: 'wait', VERIFIED: 'good', SUSPENDED: 'bad' }
export const alertTones: Record<PaperAlert, Tone> = {
  AGREEMENT_MISSING: 'wait',
  AGREEMENT_ENDED: 'bad',
  AGREEMENT_ENDS_SOON: 'wait',
  LICENCE_MISSING: 'bad',
  LICENCE_UNSEEN: 'wait',
  LICENCE_ENDED: 'bad',
  LICENCE_ENDS_SOON: 'wait',
  NUMBER_MISSING: 'wait',
}
export const referralTones: Record<ReferralState, Tone> = {
  HELD: 'busy',
  COUNTED: 'good',
  DROPPED: 'neutral',
  REFUSED: 'bad',
  REVERSED: 'bad',
}

/** Words that several of the operator's pages use. */
export const networkWords = messages({
  ja: {
    standings: standingNames.ja,
    modes: modeNames.ja,
    alerts: {
      AGREEMENT_MISSING: '参加契約が未記録',
      AGREEMENT_ENDED: '参加契約が終了',
      AGREEMENT_ENDS_SOON: '参加契約がまもなく終了',
      LICENCE_MISSING: '許可番号なし',
      LICENCE_UNSEEN: '許可証が未確認',
      LICENCE_ENDED: '許可の有効期間が終了',
      LICENCE_ENDS_SOON: '許可の有効期間がまもなく終了',
      NUMBER_MISSING: '法人番号なし・誤り',
    } as Record<PaperAlert, string>,
    suspensions: suspensionNames.ja,
    signals: {
      DISPOSABLE_MAIL: '使い捨てアドレス',
      COMPANY_DOMAIN: '紹介元と同じドメイン',
      BURST: '短時間に集中',
      SAME_DEVICE: '同じ端末',
      SAME_BLOCK: '同じ回線に集中',
      NEVER_ANSWERS: '応答なし',
    } as Record<ReferralSignal, string>,
    signalTexts: {
      DISPOSABLE_MAIL: '登録に使われたアドレスが、使い捨てアドレスのサービスのものです。',
      COMPANY_DOMAIN:
        '登録に使われたアドレスのドメインが、紹介元企業の担当者と同じです。社員による登録かもしれません。',
      BURST: '送信数に対して、1時間に多すぎる登録がありました。',
      SAME_DEVICE: 'この企業のメールからの登録が、7日間に同じ端末から3件以上ありました。',
      SAME_BLOCK: 'この企業のその日の登録の過半(10件以上)が、同じ回線(ネットワーク)からのものです。',
      NEVER_ANSWERS: '登録後に届いた紹介の依頼に一度も返答がなく、2件が期限切れになりました。',
    } as Record<ReferralSignal, string>,
    states: referralStateNames.ja,
    reasons: {
      'in-review': '運営の確認待ち',
      'company-unverified': '紹介元企業の確認待ち',
      'company-suspended': '紹介元企業が停止中',
      'own-staff': '紹介元の社員による登録',
      'fake-person': '実在しない方の登録',
      'same-person-again': '同じ方の重複登録',
      bought: '対価を伴う登録',
      'other-fraud': 'その他の不正',
      'member-left': 'ご本人が登録を終了',
      'attribution-moved': '別の企業の紹介として計上',
      'letter-counted-before': '同じメールで計上済み',
      fraud: '不正',
    } as Record<string, string>,
    formerCompany: '(退会した企業)',
    none: '—',
  },
  en: {
    standings: standingNames.en,
    modes: modeNames.en,
    alerts: {
      AGREEMENT_MISSING: 'No agreement on record',
      AGREEMENT_ENDED: 'Agreement has ended',
      AGREEMENT_ENDS_SOON: 'Agreement ends soon',
      LICENCE_MISSING: 'No licence number',
      LICENCE_UNSEEN: 'Licence not looked at',
      LICENCE_ENDED: 'Licence has ended',
      LICENCE_ENDS_SOON: 'Licence ends soon',
      NUMBER_MISSING: 'Corporate number missing or wrong',
    },
    suspensions: suspensionNames.en,
    signals: {
      DISPOSABLE_MAIL: 'Throw-away address',
      COMPANY_DOMAIN: 'Referrer’s own domain',
      BURST: 'Burst',
      SAME_DEVICE: 'Same device',
      SAME_BLOCK: 'Same network',
      NEVER_ANSWERS: 'Never answers',
    },
    signalTexts: {
      DISPOSABLE_MAIL: 'The address used is of a service for throw-away addresses.',
      COMPANY_DOMAIN: 'The address used has the domain of the referring company’s staff: it may be one of them.',
      BURST: 'Too many registrations within an hour for the letters that were sent.',
      SAME_DEVICE: 'Three or more registrations by this company’s letters came from one device within seven days.',
      SAME_BLOCK: 'Ten or more, and most of this company’s registrations of that day, came from one network.',
      NEVER_ANSWERS: 'No introduction was ever answered since the registration; two have lapsed.',
    },
    states: referralStateNames.en,
    reasons: {
      'in-review': 'Waits for your look',
      'company-unverified': 'Company not verified yet',
      'company-suspended': 'Company suspended',
      'own-staff': 'Registered by the referrer’s staff',
      'fake-person': 'Not a real person',
      'same-person-again': 'The same person again',
      bought: 'Paid for',
      'other-fraud': 'Other fraud',
      'member-left': 'The person left',
      'attribution-moved': 'Counts for another company',
      'letter-counted-before': 'This letter counted already',
      fraud: 'Fraud',
    },
    formerCompany: '(former company)',
    none: '—',
  },
})
