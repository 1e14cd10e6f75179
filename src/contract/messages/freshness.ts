import type { Messages } from './messages.ts'

export const freshnessMessages = {
  ja: {
    'freshness.switched-off': 'ご本人への確認は停止しています。管理者が「情報の鮮度」で有効にできます。',
    'freshness.proposal-gone':
      'この内容は、すでにお答えいただいたか、情報元が変わっています。最新の内容をご確認ください。',
  },
  en: {
    'freshness.switched-off': 'Asking people is switched off. An administrator can switch it on under “Freshness”.',
    'freshness.proposal-gone':
      'This was answered already, or the source has changed it. Please look at the present state.',
  },
} satisfies Messages
