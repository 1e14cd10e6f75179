import type { Messages } from './messages.ts'

export const freshnessMessages = {
  ja: {
    'freshness.proposal-gone':
      'この内容は、すでにお答えいただいたか、情報元が変わっています。最新の内容をご確認ください。',
  },
  en: {
    'freshness.proposal-gone':
      'This was answered already, or the source has changed it. Please look at the present state.',
  },
} satisfies Messages
