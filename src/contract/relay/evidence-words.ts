import type { Basis } from '../consent/consent.ts'

/** What is said of a letter's ground, words and delivery, on pages and on its evidence alike. */
export const legalBasisNames: Record<'ja' | 'en', Record<Basis['legalBasis'], string>> = {
  ja: {
    CONSENT: 'ご本人の同意',
    CONTRACT: '契約の履行',
    LEGITIMATE_INTEREST: '正当な利益',
    PUBLISHED_PURPOSE: '公表した利用目的の範囲内',
  },
  en: {
    CONSENT: 'Consent',
    CONTRACT: 'Contract',
    LEGITIMATE_INTEREST: 'Legitimate interest',
    PUBLISHED_PURPOSE: 'Within the published purpose',
  },
}

export const letterOfferNames: Record<
  'ja' | 'en',
  Record<'NONE' | 'IN_HOUSE' | 'INFO_PROVISION' | 'PLACEMENT', string>
> = {
  ja: {
    NONE: 'ご案内なし(リンクなし)',
    IN_HOUSE: '自社のタレントプール',
    INFO_PROVISION: 'キャリアリレー(情報提供)',
    PLACEMENT: 'キャリアリレー(職業紹介)',
  },
  en: {
    NONE: 'Nothing (no link)',
    IN_HOUSE: 'The company’s own pool',
    INFO_PROVISION: 'The relay (provision of information)',
    PLACEMENT: 'The relay (placement)',
  },
}

export const mailEventNames: Record<'ja' | 'en', Record<string, string>> = {
  ja: {
    SENT: '相手のメールサーバーが受け取り',
    DEFERRED: '一時的に届かず、再送を予定',
    REFUSED: '相手のメールサーバーが拒否',
    UNKNOWN: '送信の結果が不明',
    GAVE_UP: '再送を終了(届かず)',
    CANCELLED: '送信を取り消し',
    SUPPRESSED: '送らない宛先のため中止',
    BOUNCED: '届かずに返送',
    DELAYED: '配達の遅れの知らせ',
    COMPLAINED: '迷惑メールの申告',
    AUTO_REPLIED: '自動応答',
    SETTLED_AS_SENT: '担当者が「送信済み」と判断',
    SENT_AGAIN: '担当者が再送を指示',
  },
  en: {
    SENT: 'Accepted by the mail server',
    DEFERRED: 'Put off; tried again',
    REFUSED: 'Refused by the mail server',
    UNKNOWN: 'Outcome unknown',
    GAVE_UP: 'Given up, not delivered',
    CANCELLED: 'Taken back',
    SUPPRESSED: 'Not sent to this address',
    BOUNCED: 'Came back',
    DELAYED: 'Delivery delayed',
    COMPLAINED: 'Reported as spam',
    AUTO_REPLIED: 'Answered by a machine',
    SETTLED_AS_SENT: 'Settled as sent by staff',
    SENT_AGAIN: 'Sent again by staff',
  },
}

/** The name of a value, or the value itself where a later version knows it. */
export const namedOr = (names: Readonly<Record<string, string>>, value: string): string => names[value] ?? value
