import { letterReasonText, letterStateNames } from '../../../../contract/relay/letter-words.ts'
import type { LetterState, ToldHow } from '../../../../contract/relay/relay-terms.ts'
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
    reason: (reason: string | null) => letterReasonText('ja', reason),
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
    reason: (reason: string | null) => letterReasonText('en', reason),
    told: {
      AGENCY: 'by the agency',
      PHONE: 'by telephone',
      POST: 'by post',
      OTHER: 'another way',
      OUTSIDE: 'outside this system, earlier',
    },
  },
})
