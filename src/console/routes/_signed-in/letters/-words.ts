import { letterStateNames } from '../../../../contract/letter-words.ts'
import type { LetterState, NoLetterReason, ToldHow } from '../../../../contract/relay-terms.ts'
import type { Tone } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'

export const letterTones: Record<LetterState, Tone> = {
  SCHEDULED: 'wait',
  QUEUED: 'busy',
  SENT: 'good',
  FAILED: 'bad',
  UNKNOWN: 'bad',
  CANCELLED: 'neutral',
}

/** The states of letters and why people get none, in words. */
export const letterWords = messages({
  ja: {
    state: letterStateNames.ja,
    kind: { AUTO: '自動', CAMPAIGN: '一斉送信', LINK: '他システムで送信' },
    reason: {
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
    } satisfies Record<NoLetterReason, string> as Record<string, string>,
    more: {
      UNDONE: '担当者が取り消し',
      CAMPAIGN_STOPPED: '一斉送信を停止',
      REOPENED: '選考を再開',
      ACTIVE: '選考を再開',
      MAIL_CANCELLED: '送信前に取り消し',
      SCHEDULED: '送信待ちに追加',
    } as Record<string, string>,
    told: {
      AGENCY: '人材紹介会社から',
      PHONE: '電話で',
      POST: '郵送で',
      OTHER: 'その他の方法で',
      OUTSIDE: 'このシステムの外で(以前に)',
    } satisfies Record<ToldHow, string>,
  },
  en: {
    state: letterStateNames.en,
    kind: { AUTO: 'By itself', CAMPAIGN: 'Campaign', LINK: 'By another system' },
    reason: {
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
    more: {
      UNDONE: 'Taken back by staff',
      CAMPAIGN_STOPPED: 'Campaign stopped',
      REOPENED: 'Opened again',
      ACTIVE: 'Opened again',
      MAIL_CANCELLED: 'Taken back before sending',
      SCHEDULED: 'Scheduled',
    },
    told: {
      AGENCY: 'by the agency',
      PHONE: 'by telephone',
      POST: 'by post',
      OTHER: 'another way',
      OUTSIDE: 'outside this system, earlier',
    },
  },
})

type Words = (typeof letterWords)['ja']

/** A reason in words; one that a later version knows is shown as it is. */
export const reasonText = (text: Words, reason: string | null): string =>
  reason === null ? '' : (text.reason[reason] ?? text.more[reason] ?? reason)
