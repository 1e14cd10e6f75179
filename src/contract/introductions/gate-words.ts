import type { GateReason } from './gate-standing.ts'

/** Why an operator refuses a request for an introduction, said to the operator and to the company alike. */
export const gateReasonNames: Record<'ja' | 'en', Record<GateReason, string>> = {
  ja: {
    CONDITIONS_UNCLEAR: '労働条件が不明確',
    MESSAGE_IMPROPER: '依頼文が不適切',
    NO_FIT: '希望条件と合っていない',
    TOO_MANY: '同じ内容の依頼が多すぎる',
    OTHER: 'その他',
  },
  en: {
    CONDITIONS_UNCLEAR: 'Conditions of work unclear',
    MESSAGE_IMPROPER: 'Message not proper',
    NO_FIT: 'Does not fit what is wished for',
    TOO_MANY: 'Too many alike',
    OTHER: 'Other',
  },
}
