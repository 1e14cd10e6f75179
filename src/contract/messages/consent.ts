import type { Messages } from './messages.ts'

type Code = 'consent.basis-missing' | 'consent.items-missing' | 'consent.request-closed' | 'consent.text-unknown'

export const consentMessages = {
  ja: {
    'consent.basis-missing':
      '利用目的と根拠が記録されていないため、実行できません。管理者が「設定 > 個人情報の取扱い」で記録してください。',
    'consent.items-missing': '同意の対象となる項目がありません。項目を一つ以上選んでください。',
    'consent.request-closed': 'この請求にはすでに回答しています。最新の内容を表示してご確認ください。',
    'consent.text-unknown':
      '表示された説明文を確認できないため、同意を記録できません。画面を開き直してお試しください。',
  },
  en: {
    'consent.basis-missing':
      'No purpose and ground have been recorded for this. An admin records them under Settings > Handling of personal data.',
    'consent.items-missing': 'There is nothing to consent to. Choose at least one item.',
    'consent.request-closed': 'This request has been answered already. Reload to see the answer.',
    'consent.text-unknown':
      'The words that were shown are not known here, so nothing was recorded. Open the page again.',
  },
} satisfies Messages<Code>
