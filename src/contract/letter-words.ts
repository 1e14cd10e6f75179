import type { ReferralStep } from './referrals.ts'
import type { LetterState } from './relay-terms.ts'

/** Where a letter stands, wherever it is said: on pages, in files, on its evidence, in refusals. */
export const letterStateNames: Record<'ja' | 'en', Record<LetterState, string>> = {
  ja: {
    SCHEDULED: '送信待ち',
    QUEUED: '送信中',
    SENT: '送信済み',
    FAILED: '不達',
    UNKNOWN: '結果不明',
    CANCELLED: '取り消し',
  },
  en: {
    SCHEDULED: 'Scheduled',
    QUEUED: 'Sending',
    SENT: 'Sent',
    FAILED: 'Not delivered',
    UNKNOWN: 'Unknown',
    CANCELLED: 'Taken back',
  },
}

/** How far a letter has led the person it went to. */
export const referralStepNames: Record<'ja' | 'en', Record<ReferralStep, string>> = {
  ja: {
    SENT: '送信済み',
    NOT_DELIVERED: '不達',
    OPENED: '閲覧',
    REGISTERED: '登録(このメールでは計上なし)',
    HELD: '確認期間中',
    COUNTED: '計上済み',
    NOT_COUNTED: '計上対象外',
  },
  en: {
    SENT: 'Sent',
    NOT_DELIVERED: 'Not delivered',
    OPENED: 'Opened',
    REGISTERED: 'Registered (not counted here)',
    HELD: 'Held',
    COUNTED: 'Counted',
    NOT_COUNTED: 'Not counted',
  },
}
