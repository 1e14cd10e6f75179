import type { LetterStage } from '../messages.ts'
import type { ReferralStep } from './referrals.ts'
import type { LetterState, NoLetterReason } from './relay-terms.ts'

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

/** How far the person had come in the selection to whom a letter is written. */
export const letterStageNames: Record<'ja' | 'en', Record<LetterStage, string>> = {
  ja: { DOCUMENT: '書類選考まで', INTERVIEW: '面接まで', FINAL: '最終面接まで' },
  en: { DOCUMENT: 'Documents', INTERVIEW: 'Interviews', FINAL: 'Final interview' },
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

/** Why a person gets no letter. */
export const noLetterReasonNames: Record<'ja' | 'en', Record<NoLetterReason, string>> = {
  ja: {
    ERASED: '個人情報を消去済み',
    WITHDRAWN: 'ご本人が辞退',
    ON_HOLD: '保留中',
    OFFERED: '内定・オファー中',
    HIRED: '入社',
    DUPLICATE: '重複応募',
    NOT_ENDED: '選考が続いている',
    ALREADY_TOLD: '通知済み',
    ALREADY_SCHEDULED: 'すでに送信待ち',
    HISTORY: '取り込んだ過去の応募',
    TOO_LATE: '不採用から14日を過ぎている',
    BEFORE_SWITCH_ON: '送信を開始する前の不採用',
    LETTERS_OFF: '送信が停止中',
    NO_BASIS: '利用目的と根拠が未記録',
    IN_PROCESS_ELSEWHERE: '社内の別の選考・在籍中',
    AGENCY: '人材紹介会社の経由(紹介会社から通知)',
    NO_ADDRESS: 'メールアドレスがない',
    BOUNCED: 'メールが届かない宛先',
    COMPLAINED: '迷惑メールの申告あり',
    OPTED_OUT: '配信停止の希望',
    UNREACHABLE: 'ご本人が使っていない宛先',
    STOP_REQUESTED: '利用停止の請求あり',
    OUTSIDE_FILTER: '指定した条件に当てはまらない',
    NOT_JUDGED: '判定できなかった(応募の記録を確認)',
  },
  en: {
    ERASED: 'Data erased',
    WITHDRAWN: 'Withdrew',
    ON_HOLD: 'On hold',
    OFFERED: 'Offer made',
    HIRED: 'Hired',
    DUPLICATE: 'Duplicate application',
    NOT_ENDED: 'Still in selection',
    ALREADY_TOLD: 'Already told',
    ALREADY_SCHEDULED: 'Already scheduled',
    HISTORY: 'Imported history',
    TOO_LATE: 'Rejected more than 14 days ago',
    BEFORE_SWITCH_ON: 'Rejected before letters were on',
    LETTERS_OFF: 'Letters are off',
    NO_BASIS: 'Purpose and basis not recorded',
    IN_PROCESS_ELSEWHERE: 'In process or employed elsewhere in the company',
    AGENCY: 'Introduced by an agency (told through it)',
    NO_ADDRESS: 'No mail address',
    BOUNCED: 'Address bounces',
    COMPLAINED: 'Reported as spam',
    OPTED_OUT: 'Opted out',
    UNREACHABLE: 'Address no longer used',
    STOP_REQUESTED: 'Asked to stop using the data',
    OUTSIDE_FILTER: 'Outside the conditions chosen',
    NOT_JUDGED: 'Could not be judged (look at the application)',
  },
}

/** What else a letter, or a row of a campaign, came to. */
const otherReasons: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    UNDONE: '担当者が取り消し',
    CAMPAIGN_STOPPED: '一斉送信を停止',
    REOPENED: '選考を再開',
    ACTIVE: '選考を再開',
    MAIL_CANCELLED: '送信前に取り消し',
    SCHEDULED: '送信待ちに追加',
    NOT_FOUND: '該当する応募がない',
    LETTER_SENT: 'お見送りメールを送信済み',
    LETTER_SCHEDULED: 'お見送りメールの送信待ち',
  },
  en: {
    UNDONE: 'Taken back by staff',
    CAMPAIGN_STOPPED: 'Campaign stopped',
    REOPENED: 'Opened again',
    ACTIVE: 'Opened again',
    MAIL_CANCELLED: 'Taken back before sending',
    SCHEDULED: 'Scheduled',
    NOT_FOUND: 'No such application',
    LETTER_SENT: 'A letter was sent',
    LETTER_SCHEDULED: 'A letter is scheduled',
  },
}

/** Why no letter goes or went, in words, on pages and in files; one that a later version knows is shown as it is. */
export function letterReasonText(language: 'ja' | 'en', reason: string | null): string {
  if (reason === null) return ''
  const names: Record<string, string> = noLetterReasonNames[language]
  return names[reason] ?? otherReasons[language][reason] ?? reason
}

/** Why a referral does not count, and what a held one waits for, as the company may know it. */
const referralReasons: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    'own-staff': '自社の方の登録のため',
    fraud: '不正の疑いのため',
    'letter-counted-before': 'このメールはすでに計上されているため',
    'attribution-moved': '別の企業のメールで計上されたため',
    'member-left': 'ご本人が登録をやめられたため',
  },
  en: {
    'own-staff': 'Registered by your own staff',
    fraud: 'Suspected fraud',
    'letter-counted-before': 'This letter counted before',
    'attribution-moved': 'Counted to another company’s letter',
    'member-left': 'The person left the relay',
  },
}
const waitingReasons: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    'company-unverified': '自社の確認が済むと計上',
    'company-suspended': '参加の停止が解けると計上',
    'in-review': '運営が確認中',
  },
  en: {
    'company-unverified': 'Counts once your company is verified',
    'company-suspended': 'Counts once your company takes part again',
    'in-review': 'The operator is looking into it',
  },
}
const otherwise = {
  ja: { held: '運営が確認中', ended: '運営が取り消したため' },
  en: { held: 'The operator is looking into it', ended: 'Taken back by the operator' },
}

/** The reason beside a referral's step, in words; what the operator found is not told apart. */
export function referralReasonText(
  language: 'ja' | 'en',
  { step, reason }: { step: ReferralStep; reason: string | null },
): string {
  if (step === 'HELD') return reason === null ? '' : (waitingReasons[language][reason] ?? otherwise[language].held)
  if (step !== 'NOT_COUNTED') return ''
  return referralReasons[language][reason ?? ''] ?? otherwise[language].ended
}
