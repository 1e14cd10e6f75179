import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import type { Handover } from '../../../../contract/requests/disclosure-forms.ts'
import type { RefusalGround } from '../../../../contract/requests/request-grounds.ts'
import type { MailLanguage } from '../templates/index.ts'

export const requestKindWords: Record<MailLanguage, Record<DataRequest['kind'], string>> = {
  ja: {
    DISCLOSURE: '開示',
    CORRECTION: '訂正',
    STOP: '利用停止',
    ERASURE: '消去',
    PROVISION_RECORDS: '第三者提供記録の開示',
  },
  en: {
    DISCLOSURE: 'disclosure',
    CORRECTION: 'correction',
    STOP: 'stop of use',
    ERASURE: 'erasure',
    PROVISION_RECORDS: 'disclosure of the records of provision',
  },
}

const doneWords: Record<MailLanguage, Record<DataRequest['kind'], string>> = {
  ja: {
    DISCLOSURE: '情報を開示',
    CORRECTION: '記録を訂正',
    STOP: '情報の利用を停止',
    ERASURE: '情報を消去',
    PROVISION_RECORDS: '第三者提供記録を開示',
  },
  en: {
    DISCLOSURE: 'disclosed what it holds about you',
    CORRECTION: 'corrected its records',
    STOP: 'stopped using your data',
    ERASURE: 'erased your data',
    PROVISION_RECORDS: 'disclosed its records of providing your data to others',
  },
}
const erasedAfterMail: Record<MailLanguage, string> = {
  ja: 'このメールの送信をもって情報を消去',
  en: 'erased your data once this mail had left',
}

/** What was done of a request that is granted; an erasure that waits for this very mail follows it at once. */
export const doneOf = ({ kind, erasure }: Pick<DataRequest, 'kind' | 'erasure'>, language: MailLanguage): string =>
  erasure === 'WAITING' ? erasedAfterMail[language] : doneWords[language][kind]

/** A ground as the person is told it, with the article it stands on. */
export const groundWords: Record<MailLanguage, Record<RefusalGround, string>> = {
  ja: {
    HARM_TO_OTHERS:
      'ご本人または第三者の生命、身体、財産その他の権利利益を害するおそれがあるため（個人情報保護法第33条第2項第1号）',
    HINDRANCE: '弊社の業務の適正な実施に著しい支障を及ぼすおそれがあるため（個人情報保護法第33条第2項第2号）',
    OTHER_LAW:
      'ほかの法令に違反することとなる、またはほかの法令に別の手続きの定めがあるため（個人情報保護法第33条第2項第3号、第34条第2項）',
    NOT_HELD: 'ご請求の対象となる情報を、弊社では保有していないため（個人情報保護法第33条第3項）',
    IDENTITY_NOT_CONFIRMED: 'ご請求がご本人からのものであることを確認できなかったため（個人情報保護法第37条）',
    CORRECT_AS_IT_IS: '確認の結果、記録の内容が事実と異なるとは認められなかったため（個人情報保護法第34条第1項）',
    NOT_A_FACT: '事実ではなく評価や判断に関する内容であり、訂正の対象とならないため（個人情報保護法第34条第1項）',
    BEYOND_PURPOSE: '利用目的の達成に必要な範囲を超える訂正となるため（個人情報保護法第34条第2項）',
    NO_VIOLATION:
      '法令に定める利用停止・消去の要件に当たる事情が認められなかったため（個人情報保護法第35条第1項・第5項）',
    SUBSTITUTE_MEASURE:
      '利用停止・消去には多額の費用を要するなど困難であり、権利利益を守るために必要な別の措置をとるため（個人情報保護法第35条第2項・第6項）',
    LEGAL_RETENTION: '法令により保存が義務づけられている記録であるため（個人情報保護法第29条第2項・第30条第4項など）',
  },
  en: {
    HARM_TO_OTHERS:
      'It could harm the life, body, property or other rights or interests of you or of others (APPI Article 33(2)(i))',
    HINDRANCE: 'It could seriously hinder the proper conduct of our work (APPI Article 33(2)(ii))',
    OTHER_LAW:
      'It would violate another law, or another law lays down its own procedure (APPI Articles 33(2)(iii), 34(2))',
    NOT_HELD: 'We do not hold the information that you ask about (APPI Article 33(3))',
    IDENTITY_NOT_CONFIRMED: 'We could not make sure that the request is your own (APPI Article 37)',
    CORRECT_AS_IT_IS: 'We looked into it and did not find that the record differs from the facts (APPI Article 34(1))',
    NOT_A_FACT: 'It is an assessment and not a fact, which cannot be corrected (APPI Article 34(1))',
    BEYOND_PURPOSE: 'The correction goes beyond what the purpose of use needs (APPI Article 34(2))',
    NO_VIOLATION: 'The conditions of the law for a stop or an erasure are not met (APPI Article 35(1), (5))',
    SUBSTITUTE_MEASURE:
      'It would be unreasonably costly or difficult, and we protect your interests by another measure (APPI Article 35(2), (6))',
    LEGAL_RETENTION: 'The law obliges us to keep these records (APPI Articles 29(2), 30(4) and others)',
  },
}

/** How what is disclosed reaches the person, as they are told. */
export const handoverWords: Record<MailLanguage, Record<Handover, string>> = {
  ja: {
    PORTAL: '専用ページでの電子データ',
    MAIL: '電子メール',
    MEDIA: '記録媒体（CD-ROMなど）',
    POST: '書面の郵送',
    IN_PERSON: '手渡し',
  },
  en: {
    PORTAL: 'as electronic data on your own page',
    MAIL: 'by mail',
    MEDIA: 'on a disc or another medium',
    POST: 'on paper, by post',
    IN_PERSON: 'in person',
  },
}

/** What the person is told of it in the answer; nothing where the link of the mail says it all. */
export function handoverLine(handover: DataRequest['handover'], language: MailLanguage): string {
  if (!handover || (handover.how === 'PORTAL' && handover.note === '')) return ''
  const { how, on, note } = handover
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  const way = `${handoverWords[language][how]}${how === 'PORTAL' ? '' : language === 'ja' ? `（${day.format(new Date(on))}）` : ` (${day.format(new Date(on))})`}`
  const lines =
    language === 'ja'
      ? [`お渡しの方法：${way}`, note && `ご希望の方法によらない理由：${note}`]
      : [`How it reaches you: ${way}`, note && `Why not as you wished: ${note}`]
  return lines.filter((line) => line !== '').join('\n')
}
