import { legalBasisNames } from '../contract/relay/evidence-words.ts'
import { messages } from '../ui/text/messages.ts'

/** What a recorded basis says, wherever it is recorded or shown. */
export const basisWords = messages({
  ja: {
    purpose: '利用目的',
    legalBases: legalBasisNames.ja,
    mailPermission: '特定電子メール法での位置づけ',
    mailPermissions: {
      CONSENT: '受信の同意がある',
      ADDRESS_GIVEN: 'ご本人がアドレスを通知した',
      BUSINESS_RELATION: '取引関係がある',
      NOT_ADVERTISING: '広告・宣伝にあたらない',
    },
    explanation: '説明',
  },
  en: {
    purpose: 'Purpose',
    legalBases: legalBasisNames.en,
    mailPermission: 'Why the mail law permits it',
    mailPermissions: {
      CONSENT: 'Consent to receive it',
      ADDRESS_GIVEN: 'The person gave the address',
      BUSINESS_RELATION: 'Business relation',
      NOT_ADVERTISING: 'Not advertising',
    },
    explanation: 'Explanation',
  },
})
