import type { LinkReason } from '../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../contract/people/person-fields.ts'
import { fieldNames } from '../contract/people/field-words.ts'
import type { ApplicationState, Recommendation } from '../contract/selection/selection-terms.ts'
import type { Tone } from '../ui/StatusBadge.tsx'
import { selectionWords } from '../contract/selection/selection-words.ts'
import { messages } from '../ui/text/messages.ts'

/** What is known of a person, where it came from, and where their applications stand, in words. */
export const personWords = messages({
  ja: {
    field: fieldNames.ja,
    source: {
      FORM: 'フォーム入力',
      IMPORT: 'ファイル取り込み',
      WEBHOOK: '連携システム',
      MAIL: 'メール',
      STAFF: '採用担当による訂正',
      PERSON: 'ご本人',
      MEMBER: 'ご本人(リレー)',
    } satisfies Record<SourceKind, string> as Record<SourceKind, string>,
    state: selectionWords.ja.state,
    recommendation: {
      STRONG_YES: '強く推薦',
      YES: '推薦',
      NO: '見送り',
      STRONG_NO: '強く見送り',
    } satisfies Record<Recommendation, string> as Record<Recommendation, string>,
    linkReason: {
      SAME_MAIL: 'メールアドレスが同じ',
      SAME_KANA_BIRTH: 'フリガナと生年月日が同じ',
      SAME_NAME_BIRTH: '氏名と生年月日が同じ',
      SAME_PHONE: '電話番号が同じ',
      SAME_KANA: 'フリガナが同じ',
      SAME_NAME: '氏名が同じ',
      SAME_BIRTH: '生年月日が同じ',
      LIKE_NAME: '氏名の読みが合う',
      DIFFERENT_NAME: '氏名が異なる',
      DIFFERENT_BIRTH: '生年月日が異なる',
      SHARED_CONTACT: '連絡先を複数の人が使用',
      NO_IDENTIFIER: '決め手となる一致がない',
      MANY_RECORDS: '記録が多い',
      OWN_WORDS: '本人がページに入力した内容による一致',
      UNCONFIRMED_MAIL: 'メールアドレス・電話番号の持ち主が未確認',
      REFUSED_BEFORE: '以前「別人」と判断',
    } satisfies Record<LinkReason, string> as Record<LinkReason, string>,
  },
  en: {
    field: fieldNames.en,
    source: {
      FORM: 'Form',
      IMPORT: 'File',
      WEBHOOK: 'Connected system',
      MAIL: 'Mail',
      STAFF: 'Corrected by staff',
      PERSON: 'The person',
      MEMBER: 'The person (relay)',
    },
    state: selectionWords.en.state,
    recommendation: { STRONG_YES: 'Strong yes', YES: 'Yes', NO: 'No', STRONG_NO: 'Strong no' },
    linkReason: {
      SAME_MAIL: 'Same email',
      SAME_KANA_BIRTH: 'Same reading and birth date',
      SAME_NAME_BIRTH: 'Same name and birth date',
      SAME_PHONE: 'Same phone',
      SAME_KANA: 'Same reading',
      SAME_NAME: 'Same name',
      SAME_BIRTH: 'Same birth date',
      LIKE_NAME: 'Names sound alike',
      DIFFERENT_NAME: 'Different names',
      DIFFERENT_BIRTH: 'Different birth dates',
      SHARED_CONTACT: 'Contact shared by several',
      NO_IDENTIFIER: 'Nothing of their own agrees',
      MANY_RECORDS: 'Many records',
      OWN_WORDS: 'Agrees by what the person entered on their own page',
      UNCONFIRMED_MAIL: 'Nobody confirmed whose mail address or number it is',
      REFUSED_BEFORE: 'Said not to be the same before',
    },
  },
})

export const stateTones: Record<ApplicationState, Tone> = {
  ACTIVE: 'busy',
  ON_HOLD: 'wait',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
  OFFERED: 'good',
  OFFER_ACCEPTED: 'good',
  OFFER_DECLINED: 'neutral',
  HIRED: 'good',
  CLOSED_DUPLICATE: 'neutral',
}
